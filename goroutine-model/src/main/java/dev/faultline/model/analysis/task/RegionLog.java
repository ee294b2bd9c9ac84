package dev.faultline.model.analysis.task;

import dev.faultline.trace.column.GrowingInts;
import dev.faultline.trace.column.GrowingLongs;
import dev.faultline.trace.column.Ints;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.event.EventCursor;

/// The user regions that begin in the trace, as columns, by number in order of their begin.
public final class RegionLog {
    private final GrowingInts goroutine;
    private final GrowingLongs task;
    private final GrowingInts name;
    private final GrowingLongs start;
    private final GrowingLongs end;
    private final GrowingInts around;
    private final GrowingInts stack;
    /// Innermost open region by goroutine, -1 for none.
    private final Ints open;

    /// @param room for the columns
    RegionLog(int goroutines, Slabs room) {
        goroutine = new GrowingInts(room);
        task = new GrowingLongs(room);
        name = new GrowingInts(room);
        start = new GrowingLongs(room);
        end = new GrowingLongs(room);
        around = new GrowingInts(room);
        stack = new GrowingInts(room);
        open = Ints.filled(room, goroutines, -1);
    }

    void begin(EventCursor e) {
        int g = e.subject();
        goroutine.add(g);
        task.add(e.a());
        name.add((int) e.b());
        start.add(e.time());
        end.add(-1);
        around.add(open.get(g));
        stack.add(e.stack());
        open.set(g, goroutine.size() - 1);
    }

    /// Regions are strictly nested; an end without a begin is that of a region from before the trace.
    void end(EventCursor e) {
        int g = e.subject();
        int r = open.get(g);
        if (r >= 0) {
            end.set(r, e.time());
            open.set(g, around.get(r));
        }
    }

    public int size() {
        return goroutine.size();
    }

    /// Index of its goroutine.
    public int goroutine(int r) {
        return goroutine.get(r);
    }

    /// Id of its task, 0 for none.
    public long task(int r) {
        return task.get(r);
    }

    /// String id of its type.
    public int name(int r) {
        return name.get(r);
    }

    public long startNs(int r) {
        return start.get(r);
    }

    /// Time of its end, -1 when it has none.
    public long endNs(int r) {
        return end.get(r);
    }

    public boolean ended(int r) {
        return end.get(r) >= 0;
    }

    /// Number of the region around it in the same goroutine, -1 for none.
    public int around(int r) {
        return around.get(r);
    }

    /// Stack of its begin.
    public int stack(int r) {
        return stack.get(r);
    }

    /// Number of the innermost region that a goroutine has open now, -1 for none.
    int open(int goroutine) {
        return open.get(goroutine);
    }
}
