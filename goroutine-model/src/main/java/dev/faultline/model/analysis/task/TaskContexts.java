package dev.faultline.model.analysis.task;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.column.Sorted;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// For which tasks goroutines work, beside that of the region that they are in: the one in which they were created, and
/// those that they began themselves.
public final class TaskContexts {
    private final TraceModel model;
    private final Tasks tasks;
    private final Int2LongOpenHashMap latestDone = new Int2LongOpenHashMap();
    private final Int2ObjectOpenHashMap<Own> byCreator = new Int2ObjectOpenHashMap<>();

    /// The tasks that one goroutine began, by their start.
    private static final class Own {
        private final LongArrayList starts = new LongArrayList();
        /// When the last of these and all before them ends.
        private final LongArrayList lastEnds = new LongArrayList();

        void add(long start, long end) {
            starts.add(start);
            lastEnds.add(lastEnds.isEmpty() ? end : Math.max(end, lastEnds.getLong(lastEnds.size() - 1)));
        }

        boolean openAt(long ns) {
            int later = Sorted.first(0, starts.size(), i -> starts.getLong(i) > ns);
            return later > 0 && lastEnds.getLong(later - 1) > ns;
        }
    }

    public TaskContexts(TraceModel model) {
        this.model = model;
        tasks = model.tasks();
        latestDone.defaultReturnValue(-1);
        for (int t = 0; t < tasks.size(); t++) {
            int creator = tasks.creator(t);
            if (creator < 0) {
                continue;
            }
            byCreator.computeIfAbsent(creator, g -> new Own()).add(tasks.startNs(t),
                    tasks.ended(t) ? tasks.endNs(t) : Long.MAX_VALUE);
            if (tasks.ended(t) && tasks.parent(t) == 0) {
                latestDone.mergeLong(creator, tasks.startNs(t), Math::max);
            }
        }
    }

    /// Index of the task in which a goroutine was created, where the start of that task is in the trace; -1 for none or
    /// unknown.
    public int inherited(int goroutine) {
        int task = model.inheritedTask(goroutine);
        return task >= 0 && tasks.began(task) ? task : -1;
    }

    /// Whether a goroutine has a task open at a time that it began itself.
    public boolean inOwnTask(int goroutine, long ns) {
        Own own = byCreator.get(goroutine);
        return own != null && own.openAt(ns);
    }

    /// When the latest task began that a goroutine began, that has no parent and has ended; -1 when there is none.
    public long latestDoneNs(int goroutine) {
        return latestDone.get(goroutine);
    }

    /// Indices of the tasks for which a goroutine that was created within them lives on at the end of the trace.
    public IntOpenHashSet stillWorkedFor() {
        IntOpenHashSet found = new IntOpenHashSet();
        Goroutines goroutines = model.goroutines();
        for (int g = 0; g < goroutines.count(); g++) {
            if (model.inheritedTask(g) >= 0 && !goroutines.ended(g)) {
                found.add(model.inheritedTask(g));
            }
        }
        return found;
    }
}
