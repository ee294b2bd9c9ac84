package dev.faultline.model.reconstruct;

import dev.faultline.trace.column.GrowingInts;
import dev.faultline.trace.column.GrowingLongs;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.index.Exchange;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/// Collects user tasks: every task that an event names, whether or not its begin is in the trace. Ids are unique in a
/// process, so an id begun twice is damage or several processes in one file; both are kept.
final class TaskBuilder {
    final GrowingLongs ids;
    final GrowingLongs parents;
    /// -1 where the begin is not in the trace.
    final GrowingInts beginRows;
    /// -1 where there is no end.
    final GrowingInts endRows;
    /// Rows of all log messages, ascending.
    final IntArrayList logRows = new IntArrayList();
    private final Long2IntOpenHashMap indices = new Long2IntOpenHashMap();
    private final GoroutineBuilder goroutines;

    /// @param room for what grows with the tasks
    TaskBuilder(GoroutineBuilder goroutines, Slabs room) {
        ids = new GrowingLongs(room);
        parents = new GrowingLongs(room);
        beginRows = new GrowingInts(room);
        endRows = new GrowingInts(room);
        this.goroutines = goroutines;
        indices.defaultReturnValue(-1);
    }

    /// Saves what the finished model needs, or restores it.
    void exchange(Exchange x) {
        Lists.exchange(x, ids);
        Lists.exchange(x, parents);
        Lists.exchange(x, beginRows);
        Lists.exchange(x, endRows);
        Lists.exchange(x, logRows);
        if (x.restoring()) {
            for (int task = 0; task < ids.size(); task++) {
                indices.put(ids.get(task), task);
            }
        }
    }

    void begin(EventCursor e) {
        ownStack(e);
        int task = named(e.a());
        if (beginRows.get(task) >= 0) {
            task = add(e.a());
        }
        beginRows.set(task, e.row());
        long parent = e.b();
        if (parent != 0) {
            parents.set(task, parent);
            named(parent);
        }
    }

    void end(EventCursor e) {
        ownStack(e);
        int task = named(e.a());
        if (endRows.get(task) < 0) {
            endRows.set(task, e.row());
        }
    }

    void log(EventCursor e) {
        ownStack(e);
        named(e.a());
        logRows.add(e.row());
    }

    /// A region names its task.
    void region(EventCursor e) {
        named(e.a());
    }

    private void ownStack(EventCursor e) {
        if (e.goroutine() >= 0) {
            goroutines.own(e.goroutine(), e.stack());
        }
    }

    private int named(long id) {
        int known = indices.get(id);
        return known >= 0 ? known : add(id);
    }

    private int add(long id) {
        int task = ids.size();
        ids.add(id);
        parents.add(0);
        beginRows.add(-1);
        endRows.add(-1);
        indices.put(id, task);
        return task;
    }

    /// Index of the (last) task of an id, -1 when no event names it.
    int indexOf(long id) {
        return indices.get(id);
    }
}
