package dev.faultline.trace.wire;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/// From the string or stack ids of one generation to the trace's. The runtime counts them from 1, which makes an array the
/// fastest table; ids far beyond the number of entries, which only damage brings, go to a map.
public final class IdTable {
    private static final int UNKNOWN = -1;
    /// Ids up to this many times the entries so far may live in the array.
    private static final int SPARSENESS = 8;
    private static final int ALWAYS_DENSE = 1024;

    private int[] dense = new int[64];
    private final Long2IntOpenHashMap sparse = new Long2IntOpenHashMap();
    private int entries;

    public IdTable() {
        Arrays.fill(dense, UNKNOWN);
        sparse.defaultReturnValue(UNKNOWN);
        dense[0] = 0;
    }

    /// Enters an id; false where it is there already, and the first one stays.
    public boolean put(long id, int global) {
        if (get(id) != UNKNOWN) {
            return false;
        }
        entries++;
        if (id > 0 && id < Math.max(ALWAYS_DENSE, (long) SPARSENESS * entries)) {
            if (id >= dense.length) {
                int old = dense.length;
                dense = Arrays.copyOf(dense, (int) Math.max(2L * old, id + 1));
                Arrays.fill(dense, old, dense.length, UNKNOWN);
            }
            dense[(int) id] = global;
        } else {
            sparse.put(id, global);
        }
        return true;
    }

    /// The trace's id, 0 for 0, -1 for an unknown one.
    public int get(long id) {
        if (id >= 0 && id < dense.length) {
            int global = dense[(int) id];
            if (global >= 0) {
                return global;
            }
        }
        return sparse.get(id);
    }
}
