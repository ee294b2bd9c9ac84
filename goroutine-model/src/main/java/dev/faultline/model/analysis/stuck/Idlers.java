package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.wait.OpenWait;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.BitSet;

/// Goroutines that wait to be asked for something, of which it is not known how often that happens: the janitor of a cache
/// waits in a select for a tick of an hour or for the end of its owner, and a worker that the first request of a customer
/// starts waits for the second.
final class Idlers {
    /// So many creators tell how many of them make such a goroutine.
    private static final int CREATORS = 5;
    /// Share of them that do where each call leaves one behind.
    private static final double MAKERS_SHARE = 0.5;

    private final StuckInput input;
    private final Goroutines goroutines;
    private final boolean busy;
    private final Long2ObjectOpenHashMap<Boolean> lazily = new Long2ObjectOpenHashMap<>();

    /// @param living goroutines that run, can run, sleep or wait for the outside
    Idlers(StuckInput input, BitSet living) {
        this.input = input;
        this.goroutines = input.model().goroutines();
        this.busy = living.stream().anyMatch(g -> !input.families().isMain(g) && !goroutines.system(g)
                && !input.timing().observers().contains(g));
    }

    /// Whether a wait may be one of them.
    boolean contains(OpenWait w) {
        return switch (w.object()) {
            case SELECT -> busy;
            case RECEIVE -> goroutines.creator(w.goroutine()) >= 0 && startedLazily(w.goroutine());
            default -> false;
        };
    }

    /// Whether most of those who may start such a goroutine do not.
    private boolean startedLazily(int g) {
        int creators = goroutines.group(goroutines.creator(g));
        long key = (long) creators << 32 | input.families().placeOfCreation(g) & 0xffffffffL;
        return lazily.computeIfAbsent(key, k -> fewMake(input.model().groups().get(creators).members(),
                input.families().placeOfCreation(g)));
    }

    private boolean fewMake(IntList creators, int place) {
        int born = 0;
        int makers = 0;
        for (int creator : creators) {
            if (!goroutines.bornBefore(creator)) {
                born++;
                makers += goroutines.children(creator).intStream()
                        .anyMatch(child -> input.families().placeOfCreation(child) == place) ? 1 : 0;
            }
        }
        return born >= CREATORS && makers < born * MAKERS_SHARE;
    }
}
