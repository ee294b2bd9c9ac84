package dev.faultline.model.analysis;

import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/// The user regions that begin in the trace, as columns, by number in order of their begin.
public final class RegionLog {
    private final IntArrayList goroutine = new IntArrayList();
    private final LongArrayList task = new LongArrayList();
    private final IntArrayList name = new IntArrayList();
    private final LongArrayList start = new LongArrayList();
    private final LongArrayList end = new LongArrayList();
    private final IntArrayList around = new IntArrayList();
    private final IntArrayList stack = new IntArrayList();
    /// Innermost open region by goroutine, -1 for none.
    private final int[] open;

    RegionLog(int goroutines) {
        open = new int[goroutines];
        Arrays.fill(open, -1);
    }

    void begin(EventCursor e) {
        int g = e.subject();
        goroutine.add(g);
        task.add(e.a());
        name.add((int) e.b());
        start.add(e.time());
        end.add(-1);
        around.add(open[g]);
        stack.add(e.stack());
        open[g] = goroutine.size() - 1;
    }

    /// Regions are strictly nested; an end without a begin is that of a region from before the trace.
    void end(EventCursor e) {
        int g = e.subject();
        int r = open[g];
        if (r >= 0) {
            end.set(r, e.time());
            open[g] = around.getInt(r);
        }
    }

    public int size() {
        return goroutine.size();
    }

    /// Index of its goroutine.
    public int goroutine(int r) {
        return goroutine.getInt(r);
    }

    /// Id of its task, 0 for none.
    public long task(int r) {
        return task.getLong(r);
    }

    /// String id of its type.
    public int name(int r) {
        return name.getInt(r);
    }

    public long startNs(int r) {
        return start.getLong(r);
    }

    /// Time of its end, -1 when it has none.
    public long endNs(int r) {
        return end.getLong(r);
    }

    public boolean ended(int r) {
        return end.getLong(r) >= 0;
    }

    /// Number of the region around it in the same goroutine, -1 for none.
    public int around(int r) {
        return around.getInt(r);
    }

    /// Stack of its begin.
    public int stack(int r) {
        return stack.getInt(r);
    }

    /// Number of the innermost region that a goroutine has open now, -1 for none.
    int open(int goroutine) {
        return open[goroutine];
    }
}
