package dev.faultline.model.reconstruct;

import java.util.Arrays;

/// Stacks of open regions, one a goroutine, as linked nodes in arrays; nodes of ended regions are used again. What an
/// end must be compared with stands here, so that no row has to be looked up.
final class OpenRegions {
    static final int NONE = 0;

    private int[] around = new int[64];
    int[] region = new int[64];
    int[] name = new int[64];
    long[] task = new long[64];
    long[] start = new long[64];
    /// Innermost open region's node by goroutine, [#NONE] when none is open.
    private int[] top = {};
    private int nodes = 1;
    private int free;

    int top(int goroutine) {
        return goroutine < top.length ? top[goroutine] : NONE;
    }

    /// The region around one.
    int around(int node) {
        return around[node];
    }

    /// @return the node of the region, now the goroutine's innermost one
    int push(int goroutine) {
        if (goroutine >= top.length) {
            top = Arrays.copyOf(top, Math.max(goroutine + 1, top.length * 3 / 2));
        }
        int node = free != NONE ? free : fresh();
        free = free != NONE ? around[free] : NONE;
        around[node] = top[goroutine];
        top[goroutine] = node;
        return node;
    }

    private int fresh() {
        if (nodes == region.length) {
            int size = 2 * nodes;
            around = Arrays.copyOf(around, size);
            region = Arrays.copyOf(region, size);
            name = Arrays.copyOf(name, size);
            task = Arrays.copyOf(task, size);
            start = Arrays.copyOf(start, size);
        }
        return nodes++;
    }

    /// Closes one of the goroutine's regions; those inside it stay open.
    ///
    /// @param inside the node whose [#around] it is, [#NONE] when it is the innermost
    void close(int goroutine, int node, int inside) {
        if (inside == NONE) {
            top[goroutine] = around[node];
        } else {
            around[inside] = around[node];
        }
        around[node] = free;
        free = node;
    }
}
