package dev.faultline.model.analysis;

import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;

/// For which task goroutines work: by the region that they are in, by the task that they began themselves, and by what
/// their creator was working for when it created them. Kept up to date while the events go by.
public final class TaskContexts {
    private final RegionLog regions;
    private final TaskLog tasks = new TaskLog();
    private final Lives lives;
    /// Number of the latest task that a goroutine began and that is still open, -1 for none.
    private final int[] openTask;
    /// The open task before it, by task number.
    private final IntArrayList openBefore = new IntArrayList();
    private final long[] inherited;
    /// Begin of the latest task without a parent that a goroutine began and that has ended, -1 for none.
    private final long[] latestDone;
    private final BitSet ownTask = new BitSet();

    TaskContexts(Lives lives) {
        this.lives = lives;
        int n = lives.count();
        regions = new RegionLog(n);
        openTask = new int[n];
        inherited = new long[n];
        latestDone = new long[n];
        Arrays.fill(openTask, -1);
        Arrays.fill(latestDone, -1);
    }

    void beginTask(EventCursor e) {
        int g = e.goroutine();
        tasks.begin(e);
        openBefore.add(g < 0 ? -1 : openTask[g]);
        if (g >= 0) {
            openTask[g] = tasks.size() - 1;
        }
    }

    void endTask(EventCursor e) {
        tasks.end(e);
        int t = tasks.of(e.a());
        int g = t < 0 ? -1 : tasks.creator(t);
        if (g < 0) {
            return;
        }
        while (openTask[g] >= 0 && tasks.ended(openTask[g])) {
            openTask[g] = openBefore.getInt(openTask[g]);
        }
        if (tasks.parent(t) == 0) {
            latestDone[g] = Math.max(latestDone[g], tasks.startNs(t));
        }
    }

    void beginRegion(EventCursor e) {
        ownTask.set(regions.size(), openTask[e.subject()] >= 0);
        regions.begin(e);
    }

    void endRegion(EventCursor e) {
        regions.end(e);
    }

    void create(int child, int creator) {
        if (creator >= 0) {
            inherited[child] = now(creator);
        }
    }

    /// The id of the task that a goroutine works for just now.
    private long now(int g) {
        for (int r = regions.open(g); r >= 0; r = regions.around(r)) {
            if (regions.task(r) != 0) {
                return regions.task(r);
            }
        }
        return openTask[g] >= 0 ? tasks.id(openTask[g]) : inherited[g];
    }

    public RegionLog regions() {
        return regions;
    }

    public TaskLog tasks() {
        return tasks;
    }

    /// The id of the task in which the creator of a goroutine was when it created it; 0 for none or unknown.
    public long inherited(int goroutine) {
        return inherited[goroutine];
    }

    /// Whether the goroutine of a region had a task of its own open when the region began.
    public boolean inOwnTask(int region) {
        return ownTask.get(region);
    }

    /// When the latest task began that a goroutine began, that has no parent and has ended; -1 when there is none.
    public long latestDoneNs(int goroutine) {
        return latestDone[goroutine];
    }

    /// Ids of the tasks for which a goroutine that was started within them lives on at the end of the trace.
    public LongOpenHashSet stillWorkedFor() {
        LongOpenHashSet ids = new LongOpenHashSet();
        for (int g = 0; g < inherited.length; g++) {
            if (inherited[g] != 0 && !lives.ended(g)) {
                ids.add(inherited[g]);
            }
        }
        return ids;
    }
}
