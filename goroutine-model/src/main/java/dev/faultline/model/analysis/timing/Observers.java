package dev.faultline.model.analysis.timing;

import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.event.Stacks;
import java.util.BitSet;

/// Goroutines that take traces or profiles of the program: they look at it and are not part of what it does.
public final class Observers {
    private final FrameMarks marks;
    private final BitSet seen = new BitSet();

    Observers(Stacks stacks) {
        marks = new FrameMarks(stacks, f -> KnownFrames.all().means(f, Meaning.TOOL) ? 1 : 0);
    }

    /// Looks at the stacks that have come meanwhile.
    void ensure(int stackCount) {
        marks.ensure(stackCount);
    }

    /// Whether it is worth the while to show a stack to [#see].
    boolean wants(int stack) {
        return marks.of(stack) != 0;
    }

    /// A goroutine was at a stack.
    void see(int goroutine, int stack) {
        if (marks.of(stack) != 0) {
            seen.set(goroutine);
        }
    }

    /// Whether a goroutine was seen taking a trace or a profile.
    public boolean contains(int goroutine) {
        return seen.get(goroutine);
    }
}
