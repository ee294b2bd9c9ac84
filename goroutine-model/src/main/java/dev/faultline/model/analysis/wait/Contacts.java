package dev.faultline.model.analysis.wait;

import dev.faultline.model.Goroutines;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.BitSet;

/// What the living ancestors of the goroutines that still wait at the end did: which stacks they showed and when last,
/// and whether they ever exchanged something with goroutines that they made; and whom the waiting ones woke before.
public final class Contacts {
    private final Encounters encounters;
    private final BitSet ancestors = new BitSet();

    /// Chooses from all encounters those of the ancestors of who waits.
    public Contacts(Encounters encounters, Goroutines goroutines, OpenWaits open) {
        this.encounters = encounters;
        for (OpenWait wait : open.all()) {
            for (int g = goroutines.creator(wait.goroutine()); g >= 0 && !ancestors.get(g); g = goroutines.creator(g)) {
                ancestors.set(g);
            }
        }
    }

    /// Whether an ancestor of waiting goroutines ever exchanged something with a goroutine that it made itself.
    public boolean dealsWithChildren(int creator) {
        return ancestors.get(creator) && encounters.dealsWithChildren(creator);
    }

    /// Whom a goroutine that still waits woke before.
    public IntList wokenBy(int waiting) {
        IntArrayList list = encounters.wokenBy(waiting);
        return list == null ? IntLists.EMPTY_LIST : list;
    }

    /// Who found whom on the other side of the channels at which goroutines still wait.
    public Exchanges exchanges() {
        return encounters.exchanges();
    }

    /// The own stacks of a living ancestor of a waiting goroutine, each with the last time it was seen; empty for others.
    Int2LongOpenHashMap stacksOf(int goroutine) {
        Int2LongOpenHashMap stacks = ancestors.get(goroutine) ? encounters.stacksOf(goroutine) : null;
        return stacks == null ? new Int2LongOpenHashMap() : stacks;
    }
}
