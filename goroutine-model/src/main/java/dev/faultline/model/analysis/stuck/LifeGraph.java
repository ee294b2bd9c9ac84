package dev.faultline.model.analysis.stuck;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.BitSet;

/// Who lives if who lives: nodes are goroutines, by index, and groups of them of which one living member is enough.
final class LifeGraph {
    private static final IntArrayList NONE = new IntArrayList(0);

    private final Int2ObjectOpenHashMap<IntArrayList> dependents = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<IntArrayList> weakDependents = new Int2ObjectOpenHashMap<>();
    private final Long2IntOpenHashMap groups = new Long2IntOpenHashMap();
    private final Int2IntOpenHashMap offspring = new Int2IntOpenHashMap();
    private int nodes;

    LifeGraph(int goroutines) {
        nodes = goroutines;
        groups.defaultReturnValue(-1);
        offspring.defaultReturnValue(-1);
    }

    /// `node` lives if `on` goroutines.
    void dependsOn(int node, int on) {
        if (on >= 0 && node != on) {
            dependents.computeIfAbsent(on, key -> new IntArrayList(2)).add(node);
        }
    }

    /// `node` lives if `on` lives, unless something speaks against it.
    void maybeDependsOn(int node, int on) {
        weakDependents.computeIfAbsent(on, key -> new IntArrayList(2)).add(node);
    }

    /// The node of a group, new when the key is.
    int group(long key) {
        int node = groups.get(key);
        if (node < 0) {
            node = newGroup();
            groups.put(key, node);
        }
        return node;
    }

    /// A node of a group that has no key.
    int newGroup() {
        return nodes++;
    }

    /// The node of all children of a goroutine, which lives if one of them does.
    int offspring(int parent, IntList children) {
        int node = offspring.get(parent);
        if (node < 0) {
            node = newGroup();
            offspring.put(parent, node);
            for (int child : children) {
                dependsOn(node, child);
            }
        }
        return node;
    }

    /// All that live when these live.
    ///
    /// @param doubtful nodes for which the weaker dependencies do not count
    BitSet spread(BitSet living, BitSet doubtful) {
        BitSet alive = (BitSet) living.clone();
        IntArrayFIFOQueue queue = new IntArrayFIFOQueue();
        living.stream().forEach(queue::enqueue);
        while (!queue.isEmpty()) {
            int node = queue.dequeueInt();
            for (int next : dependents.getOrDefault(node, NONE)) {
                wake(next, alive, queue);
            }
            for (int next : weakDependents.getOrDefault(node, NONE)) {
                if (!doubtful.get(next)) {
                    wake(next, alive, queue);
                }
            }
        }
        return alive;
    }

    private static void wake(int node, BitSet alive, IntArrayFIFOQueue queue) {
        if (!alive.get(node)) {
            alive.set(node);
            queue.enqueue(node);
        }
    }
}
