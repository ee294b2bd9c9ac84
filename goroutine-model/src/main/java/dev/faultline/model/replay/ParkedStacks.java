package dev.faultline.model.replay;

import dev.faultline.model.WaitKind;
import dev.faultline.trace.event.Stacks;
import java.util.Arrays;

/// Tells from a stack what a goroutine waits for whose wait began before the trace: such a wait has no reason text, but
/// the runtime function that parks it stands among the innermost frames. Each stack is looked at once.
final class ParkedStacks {
    private static final int FRAMES = 6;
    private static final WaitKind[] BY_ORDINAL = WaitKind.values();

    private final Stacks stacks;
    /// Ordinal of the kind by stack, 0 while not looked at: none is [WaitKind#NONE].
    private byte[] kinds = {};

    ParkedStacks(Stacks stacks) {
        this.stacks = stacks;
    }

    /// The likely kind, [WaitKind#UNKNOWN] when no frame tells.
    WaitKind kind(int stack) {
        byte[] known = kinds;
        if (stack < known.length && known[stack] != 0) {
            return BY_ORDINAL[known[stack]];
        }
        return remember(stack);
    }

    private synchronized WaitKind remember(int stack) {
        if (stack >= kinds.length) {
            kinds = Arrays.copyOf(kinds, Math.max(stack + 1, stacks.size()));
        }
        WaitKind kind = look(stack);
        kinds[stack] = (byte) kind.ordinal();
        return kind;
    }

    private WaitKind look(int stack) {
        int depth = Math.min(FRAMES, stacks.depth(stack));
        for (int i = 0; i < depth; i++) {
            WaitKind kind = WaitKinds.ofFunction(stacks.frame(stacks.frameId(stack, i)).function());
            if (kind != WaitKind.UNKNOWN) {
                return kind;
            }
        }
        return WaitKind.UNKNOWN;
    }
}
