package dev.faultline.model.replay;

import dev.faultline.trace.event.Stacks;
import java.util.Arrays;

/// For each goroutine a stack whose outermost frame is its entry function, which is its name: the first of its own that
/// tells.
public final class EntryStacks {
    /// Deeper stacks lose their outer end, the entry function, when written.
    private static final int DEEPEST_WHOLE_STACK = 127;

    private final Stacks stacks;
    private int[] ofGoroutine = {};

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
        if (g >= 0 && ofGoroutine[g] == 0 && stack != 0 && tells(stack)) {
            ofGoroutine[g] = stack;
        }
    }

    /// Takes the stack with the entry function of a goroutine that is older than the trace, unless its own told before. The
    /// main goroutine's own stacks begin with the program's `main.main`, which says more.
    ///
    /// @param stack 0 for none
    void olderThanTrace(int g, int stack) {
        if (stack != 0 && tells(stack)
                && !stacks.frame(stacks.frameId(stack, stacks.depth(stack) - 1)).function().equals("runtime.main")) {
            own(g, stack);
        }
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
