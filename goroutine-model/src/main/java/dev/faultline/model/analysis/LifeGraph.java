package dev.faultline.model.analysis;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.BitSet;

/// Who lives if who lives: nodes are goroutines, by index, and groups of them of which one living member is enough.
final class LifeGraph {
    private final Int2ObjectOpenHashMap<IntArrayList> dependents = new Int2ObjectOpenHashMap<>();
    private final Long2IntOpenHashMap groups = new Long2IntOpenHashMap();
    private final int goroutines;

    LifeGraph(int goroutines) {
        this.goroutines = goroutines;
        groups.defaultReturnValue(-1);
    }

    /// `node` lives if `on` lives.
    void dependsOn(int node, int on) {
        if (on >= 0 && node != on) {
            dependents.computeIfAbsent(on, key -> new IntArrayList(2)).add(node);
        }
    }

    /// The node of a group, new when the key is.
    int group(long key) {
        int node = groups.get(key);
        if (node < 0) {
            node = goroutines + groups.size();
            groups.put(key, node);
        }
        return node;
    }

    /// All that live when these live.
    BitSet spread(BitSet living) {
        BitSet alive = (BitSet) living.clone();
        IntArrayFIFOQueue queue = new IntArrayFIFOQueue();
        living.stream().forEach(queue::enqueue);
        while (!queue.isEmpty()) {
            IntArrayList next = dependents.get(queue.dequeueInt());
            for (int i = 0; next != null && i < next.size(); i++) {
                if (!alive.get(next.getInt(i))) {
                    alive.set(next.getInt(i));
                    queue.enqueue(next.getInt(i));
                }
            }
        }
        return alive;
    }
}
