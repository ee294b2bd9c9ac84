package dev.faultline.model.analysis;

import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// The user tasks that begin in the trace, as columns, by number in order of their begin.
public final class TaskLog {
    private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
    private final LongArrayList id = new LongArrayList();
    private final LongArrayList parent = new LongArrayList();
    private final IntArrayList name = new IntArrayList();
    private final IntArrayList creator = new IntArrayList();
    private final IntArrayList ender = new IntArrayList();
    private final LongArrayList start = new LongArrayList();
    private final LongArrayList end = new LongArrayList();
    private final IntArrayList stack = new IntArrayList();

    TaskLog() {
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
        return id.getLong(t);
    }

    /// Id of the task that it is a part of, 0 for none.
    public long parent(int t) {
        return parent.getLong(t);
    }

    /// String id of its type.
    public int name(int t) {
        return name.getInt(t);
    }

    /// Index of the goroutine that began it, -1 when unknown.
    public int creator(int t) {
        return creator.getInt(t);
    }

    /// Index of the goroutine that ended it, -1 when none did.
    public int ender(int t) {
        return ender.getInt(t);
    }

    public long startNs(int t) {
        return start.getLong(t);
    }

    /// Time of its end, -1 when it has none.
    public long endNs(int t) {
        return end.getLong(t);
    }

    public boolean ended(int t) {
        return end.getLong(t) >= 0;
    }

    public long durationNs(int t) {
        return end.getLong(t) - start.getLong(t);
    }

    /// Stack of its begin.
    public int stack(int t) {
        return stack.getInt(t);
    }
}
