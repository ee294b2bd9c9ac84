package dev.faultline.trace.event;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.Objects;

/// Dense indices for the sparse 64-bit ids of goroutines or threads, in order of first appearance. Grows while a trace is
/// read, by one thread.
public final class Ids {
    private final Long2IntOpenHashMap indices = new Long2IntOpenHashMap();
    private long[] ids = new long[16];

    public Ids() {
        indices.defaultReturnValue(-1);
    }

    public int size() {
        return indices.size();
    }

    /// The id as the program had it.
    public long id(int index) {
        Objects.checkIndex(index, size());
        return ids[index];
    }

    /// The index of an id, or -1.
    public int indexOf(long id) {
        return indices.get(id);
    }

    /// The index of an id, a new one where it is seen for the first time.
    public int add(long id) {
        int next = indices.size();
        int known = indices.putIfAbsent(id, next);
        if (known >= 0) {
            return known;
        }
        if (next == ids.length) {
            ids = Arrays.copyOf(ids, 2 * next);
        }
        ids[next] = id;
        return next;
    }
}
