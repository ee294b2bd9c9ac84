package dev.faultline.trace.order;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/// What the threads of a generation hold, by dense index in order of first appearance.
final class Threads {
    static final int NONE = -1;
    /// Threads looked at when others are bent to the state that an event demands, over all of a generation. Damage needs
    /// a few thousand.
    private static final long MOST_LOOKED_AT = 1L << 27;

    private final Long2IntOpenHashMap indices = new Long2IntOpenHashMap();
    private long[] ids = new long[16];
    private int[] proc = new int[16];
    private int[] goroutine = new int[16];
    private long[] lastTime = new long[16];
    private long lookedAt;

    Threads() {
        indices.defaultReturnValue(NONE);
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

    /// Index of an id, a new one that holds nothing where it appears for the first time.
    int add(long id) {
        int next = indices.size();
        int known = indices.putIfAbsent(id, next);
        if (known >= 0) {
            return known;
        }
        if (next == ids.length) {
            ids = Arrays.copyOf(ids, 2 * next);
            proc = Arrays.copyOf(proc, 2 * next);
            goroutine = Arrays.copyOf(goroutine, 2 * next);
            lastTime = Arrays.copyOf(lastTime, 2 * next);
        }
        ids[next] = id;
        proc[next] = NONE;
        goroutine[next] = NONE;
        return next;
    }

    /// The P that a thread holds, -1 for none.
    int proc(int m) {
        return m < 0 ? NONE : proc[m];
    }

    void setProc(int m, int p) {
        if (m >= 0) {
            proc[m] = p;
        }
    }

    /// The goroutine on a thread, -1 for none.
    int goroutine(int m) {
        return m < 0 ? NONE : goroutine[m];
    }

    void setGoroutine(int m, int g) {
        if (m >= 0) {
            goroutine[m] = g;
        }
    }

    /// The thread that holds a P, -1 for none, or when too many were looked at.
    int holding(int p) {
        return find(proc, p);
    }

    /// The thread that a goroutine is on, -1 for none, or when too many were looked at.
    int running(int g) {
        return find(goroutine, g);
    }

    private int find(int[] held, int what) {
        for (int m = 0; m < size() && lookedAt < MOST_LOOKED_AT; m++) {
            lookedAt++;
            if (held[m] == what) {
                return m;
            }
        }
        return NONE;
    }

    long lastTime(int m) {
        return lastTime[m];
    }

    void setLastTime(int m, long units) {
        lastTime[m] = units;
    }
}
