package dev.faultline.model.analysis.task;

import dev.faultline.model.analysis.life.Lives;
import dev.faultline.trace.column.GrowingInts;
import dev.faultline.trace.column.Ints;
import dev.faultline.trace.column.Longs;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.BitSet;

/// For which task goroutines work: by the region that they are in, by the task that they began themselves, and by what
/// their creator was working for when it created them. Kept up to date while the events go by.
public final class TaskContexts {
    private final RegionLog regions;
    private final TaskLog tasks;
    private final Lives lives;
    /// Number of the latest task that a goroutine began and that is still open, -1 for none.
    private final Ints openTask;
    /// The open task before it, by task number.
    private final GrowingInts openBefore;
    private final Longs inherited;
    /// Begin of the latest task without a parent that a goroutine began and that has ended, -1 for none.
    private final Longs latestDone;
    private final BitSet ownTask = new BitSet();

    /// @param room for the columns
    public TaskContexts(Lives lives, Slabs room) {
        this.lives = lives;
        int n = lives.count();
        regions = new RegionLog(n, room);
        tasks = new TaskLog(room);
        openBefore = new GrowingInts(room);
        openTask = Ints.filled(room, n, -1);
        inherited = new Longs(room, n);
        latestDone = Longs.filled(room, n, -1);
    }

    /// A task begins.
    public void beginTask(EventCursor e) {
        int g = e.goroutine();
        tasks.begin(e);
        openBefore.add(g < 0 ? -1 : openTask.get(g));
        if (g >= 0) {
            openTask.set(g, tasks.size() - 1);
        }
    }

    /// A task ends.
    public void endTask(EventCursor e) {
        tasks.end(e);
        int t = tasks.of(e.a());
        int g = t < 0 ? -1 : tasks.creator(t);
        if (g < 0) {
            return;
        }
        while (openTask.get(g) >= 0 && tasks.ended(openTask.get(g))) {
            openTask.set(g, openBefore.get(openTask.get(g)));
        }
        if (tasks.parent(t) == 0) {
            latestDone.set(g, Math.max(latestDone.get(g), tasks.startNs(t)));
        }
    }

    /// A region begins.
    public void beginRegion(EventCursor e) {
        ownTask.set(regions.size(), openTask.get(e.subject()) >= 0);
        regions.begin(e);
    }

    /// A region ends.
    public void endRegion(EventCursor e) {
        regions.end(e);
    }

    /// One goroutine creates another, which then works for the same task.
    public void create(int child, int creator) {
        if (creator >= 0) {
            inherited.set(child, now(creator));
        }
    }

    /// The id of the task that a goroutine works for just now.
    private long now(int g) {
        for (int r = regions.open(g); r >= 0; r = regions.around(r)) {
            if (regions.task(r) != 0) {
                return regions.task(r);
            }
        }
        return openTask.get(g) >= 0 ? tasks.id(openTask.get(g)) : inherited.get(g);
    }

    public RegionLog regions() {
        return regions;
    }

    public TaskLog tasks() {
        return tasks;
    }

    /// The id of the task in which the creator of a goroutine was when it created it; 0 for none or unknown.
    public long inherited(int goroutine) {
        return inherited.get(goroutine);
    }

    /// Whether the goroutine of a region had a task of its own open when the region began.
    public boolean inOwnTask(int region) {
        return ownTask.get(region);
    }

    /// When the latest task began that a goroutine began, that has no parent and has ended; -1 when there is none.
    public long latestDoneNs(int goroutine) {
        return latestDone.get(goroutine);
    }

    /// Ids of the tasks for which a goroutine that was started within them lives on at the end of the trace.
    public LongOpenHashSet stillWorkedFor() {
        LongOpenHashSet ids = new LongOpenHashSet();
        for (int g = 0; g < inherited.size(); g++) {
            if (inherited.get(g) != 0 && !lives.ended(g)) {
                ids.add(inherited.get(g));
            }
        }
        return ids;
    }
}
