package dev.faultline.model.reconstruct;

import dev.faultline.trace.column.GrowingInts;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.store.TraceStore;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// Pairs begins and ends of user regions, a stack per goroutine, as [dev.faultline.model.Regions] says.
final class RegionBuilder {
    /// How many open regions an end that matches none of the inner ones is compared with.
    private static final int SEARCH = 256;

    /// -1 where the start is not in the trace.
    final GrowingInts beginRows;
    /// -1 where there is no end.
    final GrowingInts endRows;
    /// Number of regions open around each.
    final GrowingInts depths;
    /// Names (string ids), counts and summed times of the regions that began and ended.
    final IntArrayList names = new IntArrayList();
    final LongArrayList counts = new LongArrayList();
    final LongArrayList sums = new LongArrayList();
    private final Int2IntOpenHashMap indexOfName = new Int2IntOpenHashMap();
    /// Rows of ends that did not close the innermost open region.
    final IntArrayList mismatchedEnds = new IntArrayList();
    final OpenRegions open = new OpenRegions();

    /// @param store for what grows with the regions
    RegionBuilder(TraceStore store) {
        beginRows = store.growingInts();
        endRows = store.growingInts();
        depths = store.growingInts();
        indexOfName.defaultReturnValue(-1);
    }

    void begin(EventCursor e) {
        int g = e.subject();
        int outer = open.top(g);
        int node = open.push(g);
        open.region[node] = beginRows.size();
        open.name[node] = (int) e.b();
        open.task[node] = e.a();
        open.start[node] = e.time();
        add(e.row(), -1, outer == OpenRegions.NONE ? 0 : depths.get(open.region[outer]) + 1);
    }

    /// Ends the innermost region of this name and task. A lone end is a region that began before the trace, or on another
    /// goroutine.
    ///
    /// @return whether it had begun
    boolean end(EventCursor e) {
        int g = e.subject();
        int inside = OpenRegions.NONE;
        int node = open.top(g);
        if (node != OpenRegions.NONE && !matches(node, e)) {
            mismatchedEnds.add(e.row());
        }
        for (int i = 0; i < SEARCH && node != OpenRegions.NONE && !matches(node, e); i++) {
            inside = node;
            node = open.around(node);
        }
        if (node == OpenRegions.NONE || !matches(node, e)) {
            add(-1, e.row(), 0);
            return false;
        }
        endRows.set(open.region[node], e.row());
        book((int) e.b(), Math.max(0, e.time() - open.start[node]));
        open.close(g, node, inside);
        return true;
    }

    private boolean matches(int node, EventCursor end) {
        return open.task[node] == end.a() && open.name[node] == end.b();
    }

    private void add(int beginRow, int endRow, int depth) {
        beginRows.add(beginRow);
        endRows.add(endRow);
        depths.add(depth);
    }

    private void book(int name, long duration) {
        int index = indexOfName.get(name);
        if (index < 0) {
            index = names.size();
            indexOfName.put(name, index);
            names.add(name);
            counts.add(0);
            sums.add(0);
        }
        counts.set(index, counts.getLong(index) + 1);
        sums.set(index, sums.getLong(index) + duration);
    }
}
