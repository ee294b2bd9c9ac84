package dev.faultline.model.analysis.timing;

import dev.faultline.trace.event.Stacks;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/// Small marks that functions put on all stacks that they stand in; of several the innermost counts. Each frame and each
/// stack is looked at once.
final class FrameMarks {
    private final Stacks stacks;
    private final ToIntFunction<String> ofFunction;
    private byte[] ofFrame = {};
    private byte[] ofStack = {};
    private int framesKnown;
    private int stacksKnown;

    /// @param ofFunction mark of a function, 0 for none
    FrameMarks(Stacks stacks, ToIntFunction<String> ofFunction) {
        this.stacks = stacks;
        this.ofFunction = ofFunction;
    }

    /// Looks at the stacks that have come meanwhile.
    ///
    /// @param count stacks have ids below
    void ensure(int count) {
        int frames = stacks.frameCount();
        ofFrame = Arrays.copyOf(ofFrame, Math.max(frames, ofFrame.length));
        for (; framesKnown < frames; framesKnown++) {
            ofFrame[framesKnown] = (byte) ofFunction.applyAsInt(stacks.frame(framesKnown).function());
        }
        ofStack = Arrays.copyOf(ofStack, Math.max(count, ofStack.length));
        for (; stacksKnown < count; stacksKnown++) {
            for (int d = 0; d < stacks.depth(stacksKnown) && ofStack[stacksKnown] == 0; d++) {
                ofStack[stacksKnown] = ofFrame[stacks.frameId(stacksKnown, d)];
            }
        }
    }

    /// The mark of a stack, 0 for none.
    int of(int stack) {
        return ofStack[stack];
    }
}
