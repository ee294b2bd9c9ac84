package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/// Kinship of goroutines: whom they created, and who was created by the same call.
public final class Families {
    private final Goroutines goroutines;
    private final Stacks stacks;
    private final Code code;
    private final int[] firstChild;
    private final int[] children;
    private final int mainGoroutine;

    Families(TraceModel model, Code code) {
        this.goroutines = model.goroutines();
        this.stacks = model.trace().stacks();
        this.code = code;
        this.mainGoroutine = goroutines.indexOf(1);
        int n = goroutines.count();
        firstChild = new int[n + 1];
        for (int g = 0; g < n; g++) {
            if (goroutines.creator(g) >= 0) {
                firstChild[goroutines.creator(g) + 1]++;
            }
        }
        for (int g = 0; g < n; g++) {
            firstChild[g + 1] += firstChild[g];
        }
        children = new int[firstChild[n]];
        int[] next = firstChild.clone();
        for (int g = 0; g < n; g++) {
            if (goroutines.creator(g) >= 0) {
                children[next[goroutines.creator(g)]++] = g;
            }
        }
    }

    /// Goroutines that one created, by index.
    public IntList children(int parent) {
        return IntArrayList.wrap(children).subList(firstChild[parent], firstChild[parent + 1]);
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
    public int callOfCreation(int goroutine) {
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
    public int placeOfCreation(int goroutine) {
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
