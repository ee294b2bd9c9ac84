package dev.faultline.model.analysis.task;

import dev.faultline.trace.column.GrowingInts;
import dev.faultline.trace.column.GrowingLongs;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/// The user tasks that begin in the trace, as columns, by number in order of their begin.
public final class TaskLog {
    private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
    private final GrowingLongs id;
    private final GrowingLongs parent;
    private final GrowingInts name;
    private final GrowingInts creator;
    private final GrowingInts ender;
    private final GrowingLongs start;
    private final GrowingLongs end;
    private final GrowingInts stack;

    /// @param room for the columns
    TaskLog(Slabs room) {
        id = new GrowingLongs(room);
        parent = new GrowingLongs(room);
        name = new GrowingInts(room);
        creator = new GrowingInts(room);
        ender = new GrowingInts(room);
        start = new GrowingLongs(room);
        end = new GrowingLongs(room);
        stack = new GrowingInts(room);
        numbers.defaultReturnValue(-1);
    }

    void begin(EventCursor e) {
        numbers.put(e.a(), id.size());
        id.add(e.a());
        parent.add(e.b());
        name.add((int) e.c());
        creator.add(e.goroutine());
        ender.add(-1);
        start.add(e.time());
        end.add(-1);
        stack.add(e.stack());
    }

    void end(EventCursor e) {
        int t = numbers.get(e.a());
        if (t >= 0) {
            end.set(t, e.time());
            ender.set(t, e.goroutine());
        }
    }

    public int size() {
        return id.size();
    }

    /// Number of a task by its id, -1 when its begin is not in the trace.
    public int of(long task) {
        return numbers.get(task);
    }

    /// The program's own number for it.
    public long id(int t) {
        return id.get(t);
    }

    /// Id of the task that it is a part of, 0 for none.
    public long parent(int t) {
        return parent.get(t);
    }

    /// String id of its type.
    public int name(int t) {
        return name.get(t);
    }

    /// Index of the goroutine that began it, -1 when unknown.
    public int creator(int t) {
        return creator.get(t);
    }

    /// Index of the goroutine that ended it, -1 when none did.
    public int ender(int t) {
        return ender.get(t);
    }

    public long startNs(int t) {
        return start.get(t);
    }

    /// Time of its end, -1 when it has none.
    public long endNs(int t) {
        return end.get(t);
    }

    public boolean ended(int t) {
        return end.get(t) >= 0;
    }

    public long durationNs(int t) {
        return end.get(t) - start.get(t);
    }

    /// Stack of its begin.
    public int stack(int t) {
        return stack.get(t);
    }
}
