package dev.faultline.model.analysis.timing;

import dev.faultline.trace.event.Stacks;
import java.util.BitSet;
import java.util.List;

/// Goroutines that were seen on their way out through a panic or runtime.Goexit: deferred functions run inside of it.
final class WaysOut {
    private static final List<String> WAYS = List.of("runtime.gopanic", "runtime.Goexit");

    private final List<BitSet> goroutines = List.of(new BitSet(), new BitSet());
    private final FrameMarks marks;

    WaysOut(Stacks stacks) {
        marks = new FrameMarks(stacks, function -> WAYS.indexOf(function) + 1);
    }

    /// Looks at the stacks that have come meanwhile.
    void ensure(int stackCount) {
        marks.ensure(stackCount);
    }

    /// Whether it is worth the while to show a stack to [#see].
    boolean wants(int stack) {
        return marks.of(stack) != 0;
    }

    void see(int goroutine, int stack) {
        int way = marks.of(stack);
        if (way != 0 && goroutine >= 0) {
            goroutines.get(way - 1).set(goroutine);
        }
    }

    /// Whether a goroutine showed a stack with this function, one of the two.
    boolean showed(int goroutine, String function) {
        return goroutine >= 0 && goroutines.get(WAYS.indexOf(function)).get(goroutine);
    }
}
