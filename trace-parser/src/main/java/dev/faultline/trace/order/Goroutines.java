package dev.faultline.trace.order;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
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

    private final Long2IntOpenHashMap indices = new Long2IntOpenHashMap();
    private long[] ids = new long[64];
    private byte[] status = new byte[64];
    private long[] sequence = new long[64];
    private long[] lastTime = new long[64];
    private int[] pause = new int[64];

    Goroutines() {
        indices.defaultReturnValue(-1);
    }

    int size() {
        return indices.size();
    }

    /// Ids by index.
    long[] ids() {
        return Arrays.copyOf(ids, size());
    }

    /// Index of an id, or -1.
    int find(long id) {
        return indices.get(id);
    }

    /// Index of an id, a new one where it appears for the first time.
    int add(long id) {
        int next = indices.size();
        int known = indices.putIfAbsent(id, next);
        if (known >= 0) {
            return known;
        }
        if (next == ids.length) {
            grow(2 * next);
        }
        ids[next] = id;
        return next;
    }

    private void grow(int length) {
        ids = Arrays.copyOf(ids, length);
        status = Arrays.copyOf(status, length);
        sequence = Arrays.copyOf(sequence, length);
        lastTime = Arrays.copyOf(lastTime, length);
        pause = Arrays.copyOf(pause, length);
    }

    byte status(int g) {
        return status[g];
    }

    void setStatus(int g, byte now) {
        status[g] = now;
    }

    /// Whether g is known in this state and n is its next sequence number.
    boolean ready(int g, byte in, long n) {
        return g >= 0 && status[g] == in && sequence[g] + 1 == n;
    }

    long sequence(int g) {
        return sequence[g];
    }

    void set(int g, byte now, long n) {
        status[g] = now;
        sequence[g] = n;
    }

    long lastTime(int g) {
        return lastTime[g];
    }

    void setLastTime(int g, long units) {
        lastTime[g] = units;
    }

    /// String id of the kind of the pause that g makes, for its end.
    int pause(int g) {
        return pause[g];
    }

    void setPause(int g, int kind) {
        pause[g] = kind;
    }
}
