package dev.faultline.model.analysis.wait;

import dev.faultline.model.Goroutines;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.BitSet;

/// What the living ancestors of the goroutines that still wait at the end did: which stacks they showed and when last,
/// and whether they ever exchanged something with goroutines that they made; and whom the waiting ones woke before.
public final class Contacts {
    private final LifePass pass;
    private final Goroutines goroutines;
    private final BitSet ancestors = new BitSet();

    /// Chooses from all notes those of the ancestors of who waits.
    public Contacts(LifePass pass, Goroutines goroutines, OpenWaits open) {
        this.pass = pass;
        this.goroutines = goroutines;
        open.all().forEach(wait -> addAncestors(wait.goroutine()));
        pass.coroutines().left().forEach(coroutine -> addAncestors(coroutine.goroutine()));
    }

    private void addAncestors(int goroutine) {
        for (int g = goroutines.creator(goroutine); g >= 0 && !ancestors.get(g); g = goroutines.creator(g)) {
            ancestors.set(g);
        }
    }

    /// Who advances the coroutines that exist.
    public Coroutines coroutines() {
        return pass.coroutines();
    }

    /// Whether an ancestor of waiting goroutines ever exchanged something with a goroutine that it made itself.
    public boolean dealsWithChildren(int creator) {
        return ancestors.get(creator) && !goroutines.ended(creator) && pass.dealsWithChildren(creator);
    }

    /// Whom a goroutine that still waits woke before.
    public IntList wokenBy(int waiting) {
        return IntLists.unmodifiable(pass.wokenBy(waiting));
    }

    /// Who found whom on the other side of the channels at which goroutines still wait.
    public Exchanges exchanges() {
        return pass.exchanges();
    }

    /// The stacks that a goroutine showed which exists at the end, since it first created another one.
    public IntSet shown(int goroutine) {
        return pass.stacksOf(goroutine).keySet();
    }

    /// The own stacks of a living ancestor of a waiting goroutine, each with the last time it was seen; empty for others.
    Int2LongOpenHashMap stacksOf(int goroutine) {
        return ancestors.get(goroutine) && !goroutines.ended(goroutine)
                ? pass.stacksOf(goroutine)
                : new Int2LongOpenHashMap();
    }
}
