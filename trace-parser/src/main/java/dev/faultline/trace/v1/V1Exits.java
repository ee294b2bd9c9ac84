package dev.faultline.trace.v1;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// Returns from system calls that belong earlier than where they were written. A thread without a P cannot write, so
/// the event comes when it has one again, and carries the true time.
final class V1Exits {
    private final LongArrayList position = new LongArrayList();
    private final LongArrayList key = new LongArrayList();
    private final LongArrayList time = new LongArrayList();
    private final LongArrayList goroutine = new LongArrayList();
    private int[] order = {};

    /// @param at number of the event in the order, as written
    /// @param trueKey where it belongs, by the measure of the order
    /// @param trueTime when it was, in clock units
    void add(long at, long trueKey, long trueTime, long id) {
        position.add(at);
        key.add(trueKey);
        time.add(trueTime);
        goroutine.add(id);
    }

    void sort() {
        order = new int[key.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        IntArrays.stableSort(order, (a, b) -> Long.compare(key.getLong(a), key.getLong(b)));
    }

    int size() {
        return key.size();
    }

    /// Position of the n-th exit as written; rises with n.
    long writtenAt(int n) {
        return position.getLong(n);
    }

    /// Whether the n-th exit by true order comes before an event of this key and position.
    boolean before(int n, long otherKey, long otherPosition) {
        long mine = key.getLong(order[n]);
        return mine < otherKey || mine == otherKey && position.getLong(order[n]) < otherPosition;
    }

    /// True time of the n-th exit by true order.
    long time(int n) {
        return time.getLong(order[n]);
    }

    /// Raw id of the goroutine of the n-th exit by true order.
    long goroutine(int n) {
        return goroutine.getLong(order[n]);
    }
}
