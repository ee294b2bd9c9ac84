package dev.faultline.model.reconstruct;

import dev.faultline.trace.column.GrowingInts;
import dev.faultline.trace.column.GrowingLongs;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.store.TraceStore;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/// Collects user tasks: every task that an event names, whether or not its start is in the trace, as
/// [dev.faultline.model.Tasks] says.
final class TaskBuilder {
    final GrowingLongs ids;
    final GrowingLongs parents;
    /// -1 where the start is not in the trace.
    final GrowingInts beginRows;
    /// -1 where there is no end.
    final GrowingInts endRows;
    /// Rows of all log messages, ascending.
    final IntArrayList logRows = new IntArrayList();
    /// Whether something belongs to the background task, id 0.
    boolean background;
    private final Long2IntOpenHashMap indices = new Long2IntOpenHashMap();
    /// The latest task that a goroutine began, plus 1; 0 when none.
    private int[] latest = {};
    /// By task: the one that its goroutine had begun before it, plus 1.
    private final GrowingInts before;

    /// @param store for what grows with the tasks
    TaskBuilder(TraceStore store) {
        ids = store.growingLongs();
        parents = store.growingLongs();
        beginRows = store.growingInts();
        endRows = store.growingInts();
        before = store.growingInts();
        indices.defaultReturnValue(-1);
    }

    void begin(EventCursor e) {
        int task = named(e.a());
        if (task >= 0 && beginRows.get(task) >= 0) {
            task = add(e.a());
        }
        long parent = e.b();
        if (parent != 0) {
            named(parent);
        }
        if (task >= 0) {
            beginRows.set(task, e.row());
            parents.set(task, parent);
            begun(e.goroutine(), task);
        }
    }

    private void begun(int g, int task) {
        if (g >= latest.length) {
            latest = Arrays.copyOf(latest, Math.max(g + 1, latest.length * 3 / 2));
        }
        if (g >= 0) {
            before.set(task, latest[g]);
            latest[g] = task + 1;
        }
    }

    /// Index of the latest task that a goroutine began and that has not ended so far, -1 for none.
    int open(int g) {
        int task = g < latest.length ? latest[g] : 0;
        while (task != 0 && endRows.get(task - 1) >= 0) {
            task = before.get(task - 1);
        }
        if (g < latest.length) {
            latest[g] = task;
        }
        return task - 1;
    }

    void end(EventCursor e) {
        int task = named(e.a());
        if (task >= 0 && endRows.get(task) < 0) {
            endRows.set(task, e.row());
        }
    }

    void log(EventCursor e) {
        named(e.a());
        logRows.add(e.row());
    }

    /// A region names its task.
    void region(EventCursor e) {
        named(e.a());
    }

    /// Index of a task, -1 for the background task.
    private int named(long id) {
        if (id == 0) {
            background = true;
            return -1;
        }
        int known = indices.get(id);
        return known >= 0 ? known : add(id);
    }

    /// A task more, of which only its id is known.
    int add(long id) {
        int task = ids.size();
        ids.add(id);
        parents.add(0);
        beginRows.add(-1);
        endRows.add(-1);
        before.add(0);
        indices.put(id, task);
        return task;
    }

    /// Index of the (last) task of an id, -1 when no event names it and for the background task.
    int indexOf(long id) {
        return indices.get(id);
    }
}
