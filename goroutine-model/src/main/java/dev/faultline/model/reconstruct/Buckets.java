package dev.faultline.model.reconstruct;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.function.IntUnaryOperator;

/// Numbers 0 to n-1 sorted into buckets by counting, in two arrays.
final class Buckets {
    private final int[] starts;
    private final int[] items;

    /// @param count number of buckets
    /// @param n number of items
    /// @param bucket bucket of an item, negative to leave the item out
    Buckets(int count, int n, IntUnaryOperator bucket) {
        starts = new int[count + 1];
        for (int i = 0; i < n; i++) {
            int b = bucket.applyAsInt(i);
            if (b >= 0) {
                starts[b + 1]++;
            }
        }
        for (int b = 0; b < count; b++) {
            starts[b + 1] += starts[b];
        }
        items = new int[starts[count]];
        int[] next = starts.clone();
        for (int i = 0; i < n; i++) {
            int b = bucket.applyAsInt(i);
            if (b >= 0) {
                items[next[b]++] = i;
            }
        }
    }

    /// The items of a bucket, ascending.
    IntList of(int bucket) {
        int from = starts[bucket];
        int to = starts[bucket + 1];
        return from == to ? IntLists.emptyList() : IntArrayList.wrap(items, items.length).subList(from, to);
    }
}
