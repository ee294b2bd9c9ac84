package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.BitSet;

/// Kin of the goroutines that still wait at the end: whom they created, and who was created by the same call as they.
public final class Families {
    private final Goroutines goroutines;
    private final Stacks stacks;
    private final Code code;
    private final Int2ObjectOpenHashMap<IntArrayList> children = new Int2ObjectOpenHashMap<>();
    private final int mainGoroutine;

    Families(TraceModel model, Code code, OpenWaits open) {
        this.goroutines = model.goroutines();
        this.stacks = model.trace().stacks();
        this.code = code;
        this.mainGoroutine = goroutines.indexOf(1);
        BitSet parents = new BitSet();
        for (OpenWait wait : open.all()) {
            parents.set(wait.goroutine());
            if (goroutines.creator(wait.goroutine()) >= 0) {
                parents.set(goroutines.creator(wait.goroutine()));
            }
        }
        for (int g = 0; g < goroutines.count() && !parents.isEmpty(); g++) {
            int creator = goroutines.creator(g);
            if (creator >= 0 && parents.get(creator)) {
                children.computeIfAbsent(creator, key -> new IntArrayList()).add(g);
            }
        }
    }

    /// Goroutines that a waiting goroutine, or the creator of one, created, oldest first.
    public IntList children(int parent) {
        IntArrayList list = children.get(parent);
        return list == null ? IntLists.EMPTY_LIST : list;
    }

    /// The program's main goroutine.
    public boolean isMain(int goroutine) {
        return goroutine == mainGoroutine && goroutine >= 0;
    }

    /// Whether two goroutines were started by the same call of the same function, as far as the stacks tell: same
    /// creator, same outer frames, same function.
    public boolean siblings(int a, int b) {
        if (goroutines.creator(a) < 0 || goroutines.creator(a) != goroutines.creator(b)) {
            return false;
        }
        return callOfCreation(a) == callOfCreation(b);
    }

    /// A number for the function that contains a goroutine's `go` statement with the lines of all calls around it.
    int callOfCreation(int goroutine) {
        int stack = goroutines.creationStack(goroutine);
        int depth = stacks.depth(stack);
        if (depth == 0) {
            return 0;
        }
        int hash = stacks.frame(stacks.frameId(stack, 0)).function().hashCode();
        for (int d = 1; d < depth; d++) {
            hash = hash * 31 + code.placeOf(stacks.frameId(stack, d));
        }
        return hash;
    }

    /// The place of a goroutine's `go` statement.
    int placeOfCreation(int goroutine) {
        int stack = goroutines.creationStack(goroutine);
        return stack == 0 ? -1 : code.placeOf(stacks.frameId(stack, 0));
    }

    /// Whether one goroutine created the other, directly or through others.
    public boolean descends(int descendant, int ancestor) {
        IntOpenHashSet seen = new IntOpenHashSet();
        for (int g = descendant; g >= 0 && seen.add(g); g = goroutines.creator(g)) {
            if (g == ancestor) {
                return true;
            }
        }
        return false;
    }
}
