package dev.faultline.model.reconstruct;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/// Goroutines by creation site, in order of first appearance.
final class Groups {
    private final int[] ofGoroutine;
    private final List<GoroutineGroup> all;

    private Groups(int[] ofGoroutine, List<GoroutineGroup> all) {
        this.ofGoroutine = ofGoroutine;
        this.all = all;
    }

    static Groups of(Goroutines goroutines, Stacks stacks) {
        int n = goroutines.count();
        int[] group = new int[n];
        Long2IntOpenHashMap indices = new Long2IntOpenHashMap();
        IntArrayList examples = new IntArrayList();
        for (int g = 0; g < n; g++) {
            int stack = goroutines.creationStack(g);
            int site = stack == 0 || stacks.depth(stack) == 0 ? 0 : stacks.frameId(stack, 0) + 1;
            long key = (long) goroutines.nameId(g) << 32 | site;
            int known = indices.getOrDefault(key, -1);
            if (known < 0) {
                known = examples.size();
                examples.add(g);
                indices.put(key, known);
            }
            group[g] = known;
        }
        Buckets members = new Buckets(examples.size(), n, g -> group[g]);
        List<GoroutineGroup> all = new ArrayList<>(examples.size());
        for (int i = 0; i < examples.size(); i++) {
            all.add(group(i, examples.getInt(i), goroutines, stacks, members.of(i)));
        }
        return new Groups(group, List.copyOf(all));
    }

    private static GoroutineGroup group(int index, int example, Goroutines goroutines, Stacks stacks,
            IntList members) {
        int stack = goroutines.creationStack(example);
        String name = goroutines.name(example);
        String site = "";
        if (stack != 0 && stacks.depth(stack) > 0) {
            site = stacks.frame(stacks.frameId(stack, 0)).text();
        }
        return new GoroutineGroup(index, name.isEmpty() ? "unknown" : name, site, stack, goroutines.system(example),
                IntLists.unmodifiable(members));
    }

    int ofGoroutine(int g) {
        return ofGoroutine[g];
    }

    List<GoroutineGroup> all() {
        return all;
    }
}
