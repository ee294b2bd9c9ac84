package dev.faultline.trace.event;

import java.util.Arrays;
import java.util.Objects;

/// Dense indices for the sparse 64-bit ids of goroutines or threads, in order of first appearance. Grows while a trace is
/// read, by one thread.
public final class Ids {
    /// Of the first so many; the rest follows when an index is asked for, which most who open a known trace never do.
    private final DenseIds indices = new DenseIds();
    private long[] ids = new long[16];
    private volatile int size;

    /// The table of these ids, which must differ from each other.
    public static Ids of(long[] ids) {
        Ids table = new Ids();
        table.ids = Arrays.copyOf(ids, Math.max(1, ids.length));
        table.size = ids.length;
        return table;
    }

    /// All ids by index.
    public long[] toArray() {
        return Arrays.copyOf(ids, size);
    }

    public int size() {
        return size;
    }

    /// The id as the program had it.
    public long id(int index) {
        Objects.checkIndex(index, size);
        return ids[index];
    }

    /// The index of an id, or -1.
    public int indexOf(long id) {
        catchUp();
        return indices.find(id);
    }

    private synchronized void catchUp() {
        for (int i = indices.size(); i < size; i++) {
            indices.add(ids[i]);
        }
    }

    /// The index of an id, a new one where it is seen for the first time.
    public int add(long id) {
        int next = indices.size();
        int known = indices.add(id);
        if (known < next) {
            return known;
        }
        if (next == ids.length) {
            ids = Arrays.copyOf(ids, 2 * next);
        }
        ids[next] = id;
        size = next + 1;
        return next;
    }
}
