package dev.faultline.trace.event;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/// Gives 64-bit ids dense indices in order of first appearance.
///
/// Goroutine ids are counted up by the program: a generation knows some old ones, which are small, and many that were
/// created lately, one after the other. So there are two arrays, one from 0 on and one around the first id that is not
/// small, and neighbours share cache lines. Whatever lies outside them goes to a map.
public final class DenseIds {
    private static final int SMALL = 1 << 16;
    /// The window may have so many places for each id...
    private static final int SPARSENESS = 8;
    /// ... and so many in any case.
    private static final int ALWAYS = 1 << 12;
    private static final int LARGEST_WINDOW = 1 << 28;

    /// Index plus 1 by id.
    private int[] small = new int[64];
    /// Index plus 1 by id minus [#windowStart].
    private int[] window = new int[0];
    private long windowStart = Long.MAX_VALUE;
    private final Long2IntOpenHashMap others = new Long2IntOpenHashMap();
    private int size;

    /// How many ids have an index.
    public int size() {
        return size;
    }

    /// Index of an id, or -1.
    public int find(long id) {
        if (id >= 0 && id < SMALL) {
            return id < small.length ? small[(int) id] - 1 : -1;
        }
        long at = id - windowStart;
        if (at >= 0 && at < window.length && window[(int) at] != 0) {
            return window[(int) at] - 1;
        }
        // also an id that came when the window was smaller
        return others.get(id) - 1;
    }

    /// Index of an id, a new one where it appears for the first time.
    public int add(long id) {
        int known = find(id);
        if (known >= 0) {
            return known;
        }
        size++;
        if (id >= 0 && id < SMALL) {
            small = withRoom(small, (int) id);
            small[(int) id] = size;
        } else if (inWindow(id)) {
            int at = (int) (id - windowStart);
            window = withRoom(window, at);
            window[at] = size;
        } else {
            others.put(id, size);
        }
        return size - 1;
    }

    private boolean inWindow(long id) {
        if (id < 0) {
            return false;
        }
        if (windowStart == Long.MAX_VALUE) {
            windowStart = Math.max(SMALL, id - ALWAYS / 2);
        }
        long at = id - windowStart;
        long most = Math.min(LARGEST_WINDOW, Math.max(ALWAYS, (long) SPARSENESS * size));
        return at >= 0 && at < most;
    }

    private static int[] withRoom(int[] array, int at) {
        return at < array.length ? array : Arrays.copyOf(array, Math.max(at + 1, 2 * array.length));
    }
}
