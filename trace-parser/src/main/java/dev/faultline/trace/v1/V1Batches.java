package dev.faultline.trace.v1;

import dev.faultline.trace.column.Sorted;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// Stretches of the file that belong to one P each, in file order, chained by P. Columns, because a hostile file may
/// hold millions.
final class V1Batches {
    static final int NONE = -1;

    private final LongArrayList from = new LongArrayList();
    private final LongArrayList to = new LongArrayList();
    private final LongArrayList time = new LongArrayList();
    private final LongArrayList sequence = new LongArrayList();
    private final IntArrayList next = new IntArrayList();
    private final IntArrayList broken = new IntArrayList();

    private final Long2IntOpenHashMap indexOfProc = new Long2IntOpenHashMap();
    private final LongArrayList procs = new LongArrayList();
    private final IntArrayList first = new IntArrayList();
    private final IntArrayList last = new IntArrayList();

    V1Batches() {
        indexOfProc.defaultReturnValue(NONE);
    }

    /// Opens a stretch of a P whose events begin at a byte, after an event of this time and sequence number.
    ///
    /// @return its number
    int open(long proc, long at, long clock, long order) {
        int batch = from.size();
        from.add(at);
        to.add(at);
        time.add(clock);
        sequence.add(order);
        next.add(NONE);
        broken.add(0);
        int p = indexOfProc.get(proc);
        if (p == NONE) {
            p = procs.size();
            indexOfProc.put(proc, p);
            procs.add(proc);
            first.add(batch);
            last.add(batch);
        } else {
            next.set(last.getInt(p), batch);
            last.set(p, batch);
        }
        return batch;
    }

    /// Ends a stretch before a byte.
    void close(int batch, long at) {
        to.set(batch, at);
    }

    /// Tells that something of the P is missing before this stretch.
    void markBroken(int batch) {
        broken.set(batch, 1);
    }

    int size() {
        return from.size();
    }

    int procCount() {
        return procs.size();
    }

    /// Number of the P of a chain, -1 for the buffer that belongs to none.
    int proc(int p) {
        return (int) procs.getLong(p);
    }

    boolean knows(long proc) {
        return indexOfProc.containsKey(proc);
    }

    /// The last stretch that begins at or before an offset, or [#NONE].
    int holding(long offset) {
        return Sorted.first(0, from.size(), i -> from.getLong(i) > offset) - 1;
    }

    /// First stretch of a chain.
    int first(int p) {
        return first.getInt(p);
    }

    /// The stretch after this one, or [#NONE].
    int next(int batch) {
        return next.getInt(batch);
    }

    long from(int batch) {
        return from.getLong(batch);
    }

    long to(int batch) {
        return to.getLong(batch);
    }

    long time(int batch) {
        return time.getLong(batch);
    }

    long sequence(int batch) {
        return sequence.getLong(batch);
    }

    boolean broken(int batch) {
        return broken.getInt(batch) != 0;
    }
}
