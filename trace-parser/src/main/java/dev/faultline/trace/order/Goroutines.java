package dev.faultline.trace.order;

import dev.faultline.trace.event.DenseIds;
import java.util.Arrays;

/// State of the goroutines of a generation, by dense index in order of first appearance.
final class Goroutines {
    /// Not mentioned yet, or ended.
    static final byte UNKNOWN = 0;
    /// As on the wire.
    static final byte RUNNABLE = 1;
    static final byte RUNNING = 2;
    static final byte SYSCALL = 3;
    static final byte WAITING = 4;

    private static final int STATUS_BITS = 3;
    private static final int STATUS = (1 << STATUS_BITS) - 1;

    private final DenseIds indices = new DenseIds();
    private long[] ids = new long[64];
    /// Two numbers for each: sequence number and status in one, and the last time. So a goroutine takes one cache line,
    /// and whether an event can be next is one comparison.
    private long[] state = new long[128];

    int size() {
        return indices.size();
    }

    /// Ids by index.
    long[] ids() {
        return Arrays.copyOf(ids, size());
    }

    long id(int g) {
        return ids[g];
    }

    /// Index of an id, or -1.
    int find(long id) {
        return indices.find(id);
    }

    /// Index of an id, a new one where it appears for the first time.
    int add(long id) {
        int before = indices.size();
        int index = indices.add(id);
        if (index == before) {
            if (index == ids.length) {
                ids = Arrays.copyOf(ids, 2 * index);
                state = Arrays.copyOf(state, 4 * index);
            }
            ids[index] = id;
        }
        return index;
    }

    byte status(int g) {
        return (byte) (state[2 * g] & STATUS);
    }

    void setStatus(int g, byte now) {
        state[2 * g] = state[2 * g] & ~STATUS | now;
    }

    /// Whether g is known in this state and n is its next sequence number.
    boolean ready(int g, byte in, long n) {
        return g >= 0 && state[2 * g] == (n - 1 << STATUS_BITS | in);
    }

    void set(int g, byte now, long n) {
        state[2 * g] = n << STATUS_BITS | now;
    }

    long lastTime(int g) {
        return state[2 * g + 1];
    }

    void setLastTime(int g, long units) {
        state[2 * g + 1] = units;
    }
}
