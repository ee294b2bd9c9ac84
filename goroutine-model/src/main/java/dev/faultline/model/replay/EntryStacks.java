package dev.faultline.model.replay;

import dev.faultline.trace.event.Stacks;
import java.util.Arrays;
import java.util.BitSet;

/// For each goroutine a stack whose outermost frame is its entry function, which is its name: the first of its own that
/// tells.
public final class EntryStacks {
    /// Deeper stacks lose their outer end, the entry function, when written.
    private static final int DEEPEST_WHOLE_STACK = 127;

    private final Stacks stacks;
    private int[] ofGoroutine = {};
    /// Goroutines of which only the status says where they began.
    private final BitSet onlyTold = new BitSet();

    EntryStacks(Stacks stacks) {
        this.stacks = stacks;
    }

    void ensure(int goroutines) {
        if (goroutines > ofGoroutine.length) {
            ofGoroutine = Arrays.copyOf(ofGoroutine, Math.max(goroutines, ofGoroutine.length * 3 / 2));
        }
    }

    /// Takes a stack of the goroutine's own, unless one did before.
    ///
    /// @param g -1 for none, as where the scheduler itself stops the world
    void own(int g, int stack) {
        if (g >= 0 && stack != 0 && (ofGoroutine[g] == 0 || !onlyTold.isEmpty() && onlyTold.get(g)) && tells(stack)) {
            ofGoroutine[g] = stack;
            onlyTold.clear(g);
        }
    }

    /// Takes the stack with the entry function of a goroutine that is older than the trace, unless its own told before. The
    /// main goroutine's own stacks begin with the program's `main.main`, which says more.
    ///
    /// @param stack 0 for none
    void olderThanTrace(int g, int stack) {
        if (stack != 0 && ofGoroutine[g] == 0 && tells(stack)
                && !stacks.frame(stacks.frameId(stack, stacks.depth(stack) - 1)).function().equals("runtime.main")) {
            ofGoroutine[g] = stack;
            onlyTold.set(g);
        }
    }

    /// Goroutines, by index, whose entry function none of their own stacks shows: it is what the start of the trace says,
    /// as in Go 1.7 to 1.21.
    public BitSet onlyTold() {
        return onlyTold;
    }

    /// Whether the outermost frame of a stack is the entry function of its goroutine.
    private boolean tells(int stack) {
        int depth = stacks.depth(stack);
        return depth > 0 && depth <= DEEPEST_WHOLE_STACK && stacks.function(stacks.frameId(stack, depth - 1)) != 0;
    }

    /// A stack of the goroutine, 0 while none told.
    public int of(int g) {
        return ofGoroutine[g];
    }

    /// By goroutine; may be longer.
    public int[] all() {
        return ofGoroutine;
    }
}
