package dev.faultline.model.rules.leak;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/// Numbers in sets, of which any two can be joined.
final class DisjointSets {
    private final Int2IntOpenHashMap parents = new Int2IntOpenHashMap();
    private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();

    /// A small number for a key, the same for equal keys.
    int number(long key) {
        return numbers.computeIfAbsent(key, k -> numbers.size());
    }

    /// Makes one set of the two that hold these.
    void join(int a, int b) {
        parents.put(of(a), of(b));
    }

    /// A member that stands for the set of this one.
    int of(int member) {
        int top = member;
        while (parents.getOrDefault(top, top) != top) {
            top = parents.get(top);
        }
        for (int at = member; at != top;) {
            int next = parents.get(at);
            parents.put(at, top);
            at = next;
        }
        return top;
    }
}
