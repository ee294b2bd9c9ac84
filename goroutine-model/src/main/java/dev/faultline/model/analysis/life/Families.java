package dev.faultline.model.analysis.life;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.trace.column.Sorted;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.BitSet;

/// Which goroutines were created by the same call.
public final class Families {
    private static final long SAME_MOMENT_NS = 1_000_000;

    private final Goroutines goroutines;
    private final Stacks stacks;
    private final Code code;
    private final int mainGoroutine;
    // by stack, 0 while not asked for
    private final int[] calls;
    private final long[] kinds;
    /// Children by time of birth, by index of their creator.
    private final Int2ObjectOpenHashMap<int[]> byBirth = new Int2ObjectOpenHashMap<>();

    /// Groups all that were created in the trace.
    public Families(TraceModel model, Code code) {
        this.goroutines = model.goroutines();
        this.stacks = model.trace().stacks();
        this.code = code;
        calls = new int[stacks.size()];
        kinds = new long[stacks.size()];
        this.mainGoroutine = model.goroutines().indexOf(1);
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
        int known = calls[stack];
        if (known == 0) {
            known = call(stack);
            calls[stack] = known;
        }
        return known;
    }

    private int call(int stack) {
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

    /// A number for the `go` statement that made a goroutine together with all calls around it.
    public long kind(int goroutine) {
        int stack = goroutines.creationStack(goroutine);
        long known = kinds[stack];
        if (known == 0) {
            known = (long) callOfCreation(goroutine) << 32 | placeOfCreation(goroutine) & 0xffffffffL;
            kinds[stack] = known;
        }
        return known;
    }

    /// Whether a goroutine of another kind, started in the same moment by the same creator, lives: the two serve the same
    /// connection or session, and it goes on.
    public boolean livingTwin(int goroutine, BitSet living) {
        int creator = goroutines.creator(goroutine);
        if (creator < 0) {
            return false;
        }
        long born = goroutines.bornNs(goroutine);
        int[] siblings = byBirth.computeIfAbsent(creator, this::childrenByBirth);
        for (int i = firstBornAfter(siblings, born - SAME_MOMENT_NS); i < siblings.length; i++) {
            int sibling = siblings[i];
            if (goroutines.bornNs(sibling) - born >= SAME_MOMENT_NS) {
                return false;
            }
            if (living.get(sibling) && kind(sibling) != kind(goroutine)) {
                return true;
            }
        }
        return false;
    }

    /// Whether two goroutines of different entry functions were started by the same call in the same moment. Those of one
    /// may be requests that came at a time.
    public boolean twins(int a, int b) {
        return siblings(a, b) && goroutines.nameId(a) != goroutines.nameId(b)
                && Math.abs(goroutines.bornNs(a) - goroutines.bornNs(b)) < SAME_MOMENT_NS;
    }

    private int[] childrenByBirth(int creator) {
        int[] children = goroutines.children(creator).toIntArray();
        IntArrays.mergeSort(children, (a, b) -> Long.compare(goroutines.bornNs(a), goroutines.bornNs(b)));
        return children;
    }

    private int firstBornAfter(int[] byBirthOfOne, long ns) {
        return Sorted.first(0, byBirthOfOne.length, i -> goroutines.bornNs(byBirthOfOne[i]) > ns);
    }

    /// Whether one goroutine created the other, directly or through others, or is the same.
    public boolean descends(int descendant, int ancestor) {
        int anchor = descendant;
        int steps = 0;
        int most = 1;
        for (int g = descendant; g >= 0; g = goroutines.creator(g)) {
            if (g == ancestor) {
                return true;
            }
            if (steps++ == most) {
                anchor = g;
                steps = 1;
                most *= 2;
            } else if (steps > 1 && g == anchor) {
                // a damaged trace may let them create each other in a circle
                return false;
            }
        }
        return false;
    }

    /// The place of a goroutine's `go` statement.
    public int placeOfCreation(int goroutine) {
        int stack = goroutines.creationStack(goroutine);
        return stack == 0 ? -1 : code.placeOf(stacks.frameId(stack, 0));
    }
}
