package dev.faultline.model.analysis;

import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.BitSet;

/// Which goroutines were created by the same call.
public final class Families {
    private static final long SAME_MOMENT_NS = 1_000_000;

    private final Lives lives;
    private final Stacks stacks;
    private final Code code;
    private final int mainGoroutine;
    private final Int2LongOpenHashMap kinds = new Int2LongOpenHashMap();

    Families(TraceModel model, Lives lives, Code code) {
        this.lives = lives;
        this.stacks = model.trace().stacks();
        this.code = code;
        this.mainGoroutine = model.goroutines().indexOf(1);
    }

    /// The program's main goroutine.
    public boolean isMain(int goroutine) {
        return goroutine == mainGoroutine && goroutine >= 0;
    }

    /// Whether two goroutines were started by the same call of the same function, as far as the stacks tell: same
    /// creator, same outer frames, same function.
    public boolean siblings(int a, int b) {
        if (lives.creator(a) < 0 || lives.creator(a) != lives.creator(b)) {
            return false;
        }
        return callOfCreation(a) == callOfCreation(b);
    }

    /// A number for the function that contains a goroutine's `go` statement with the lines of all calls around it.
    public int callOfCreation(int goroutine) {
        int stack = lives.creationStack(goroutine);
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
        int stack = lives.creationStack(goroutine);
        if (!kinds.containsKey(stack)) {
            kinds.put(stack, (long) callOfCreation(goroutine) << 32 | placeOfCreation(goroutine) & 0xffffffffL);
        }
        return kinds.get(stack);
    }

    /// Whether a goroutine of another kind, started in the same moment by the same creator, lives: the two serve the same
    /// connection or session, and it goes on.
    boolean livingTwin(int goroutine, BitSet living) {
        int creator = lives.creator(goroutine);
        if (creator < 0) {
            return false;
        }
        long born = lives.bornNs(goroutine);
        for (int sibling : lives.children(creator)) {
            if (living.get(sibling) && kind(sibling) != kind(goroutine)
                    && Math.abs(lives.bornNs(sibling) - born) < SAME_MOMENT_NS) {
                return true;
            }
        }
        return false;
    }

    /// The place of a goroutine's `go` statement.
    public int placeOfCreation(int goroutine) {
        int stack = lives.creationStack(goroutine);
        return stack == 0 ? -1 : code.placeOf(stacks.frameId(stack, 0));
    }
}
