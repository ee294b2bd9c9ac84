package dev.faultline.model.analysis.timing;

import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2LongLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/// Calls of runtime.Gosched, by stack.
public final class Yields {
    private final FrameMarks marks;
    private final Int2LongLinkedOpenHashMap byStack = new Int2LongLinkedOpenHashMap();
    private final IntOpenHashSet goroutines = new IntOpenHashSet();

    Yields(Stacks stacks) {
        marks = new FrameMarks(stacks, function -> function.equals("runtime.Gosched") ? 1 : 0);
    }

    /// Looks at the stacks that have come meanwhile.
    void ensure(int stackCount) {
        marks.ensure(stackCount);
    }

    /// A goroutine wants to run and does not.
    void see(int goroutine, int stack) {
        if (marks.of(stack) != 0) {
            byStack.addTo(stack, 1);
            goroutines.add(goroutine);
        }
    }

    /// How often it was called at each stack.
    public Int2LongLinkedOpenHashMap byStack() {
        return byStack;
    }

    /// Indices of the goroutines that called it.
    public IntOpenHashSet goroutines() {
        return goroutines;
    }
}
