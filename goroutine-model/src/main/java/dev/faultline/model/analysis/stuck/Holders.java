package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.life.Families;
import dev.faultline.model.analysis.wait.Activations;
import dev.faultline.model.analysis.wait.Activations.Fate;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/// Calls of the program that still hold what a library made for them: a goroutine that watches the rows of a query, or a
/// stream, goes on until the call closes them. Of several that a call had made one after the other only the latest is
/// sure to be held.
final class Holders {
    private final Goroutines goroutines;
    private final Families families;
    private final Activations activations;
    /// By creator the last goroutine that it made of each kind.
    private final Int2ObjectOpenHashMap<Long2IntOpenHashMap> latest = new Int2ObjectOpenHashMap<>();

    Holders(StuckInput input) {
        goroutines = input.model().goroutines();
        families = input.families();
        activations = input.activations();
    }

    /// The goroutine that still holds what a library started another one for, -1 when none is known.
    int of(int goroutine) {
        int creator = goroutines.creator(goroutine);
        return creator >= 0 && activations.ofHolder(goroutine) == Fate.LIVE
                && latest(creator).get(families.kind(goroutine)) == goroutine ? creator : -1;
    }

    private Long2IntOpenHashMap latest(int creator) {
        return latest.computeIfAbsent(creator, key -> {
            Long2IntOpenHashMap last = new Long2IntOpenHashMap();
            for (int child : goroutines.children(creator)) {
                int other = last.getOrDefault(families.kind(child), child);
                last.put(families.kind(child),
                        goroutines.bornNs(child) >= goroutines.bornNs(other) ? child : other);
            }
            return last;
        });
    }
}
