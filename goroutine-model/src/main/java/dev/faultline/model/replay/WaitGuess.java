package dev.faultline.model.replay;

import dev.faultline.model.WaitKind;
import dev.faultline.trace.event.Stacks;
import java.util.Arrays;
import java.util.Map;

/// Tells from a stack what a goroutine waits for whose wait began before the trace: such a wait has no reason text, but
/// the runtime function that parks it stands among the innermost frames. Each stack is looked at once.
final class WaitGuess {
    private static final int FRAMES = 6;
    private static final Map<String, WaitKind> EXACT = Map.ofEntries(
            Map.entry("runtime.chanrecv1", WaitKind.CHAN_RECEIVE),
            Map.entry("runtime.chanrecv2", WaitKind.CHAN_RECEIVE),
            Map.entry("runtime.chansend1", WaitKind.CHAN_SEND), Map.entry("runtime.selectgo", WaitKind.SELECT),
            Map.entry("runtime.block", WaitKind.FOREVER),
            Map.entry("internal/poll.runtime_pollWait", WaitKind.NETWORK), Map.entry("time.Sleep", WaitKind.SLEEP),
            Map.entry("sync.runtime_notifyListWait", WaitKind.COND),
            Map.entry("runtime.gcParkAssist", WaitKind.GC), Map.entry("runtime.gcBgMarkWorker", WaitKind.SYSTEM),
            Map.entry("runtime.bgsweep", WaitKind.GC), Map.entry("runtime.bgscavenge", WaitKind.SYSTEM),
            Map.entry("runtime.forcegchelper", WaitKind.SYSTEM), Map.entry("runtime.runFinalizers", WaitKind.SYSTEM),
            Map.entry("runtime.runfinq", WaitKind.SYSTEM), Map.entry("runtime.runCleanups", WaitKind.SYSTEM),
            Map.entry("runtime.coroswitch", WaitKind.COROUTINE));
    private static final String[] SEMAPHORES = {"sync.runtime_Semacquire", "internal/sync.runtime_Semacquire",
            "internal/poll.runtime_Semacquire", "runtime.semacquire"};
    private static final WaitKind[] BY_ORDINAL = WaitKind.values();

    private final Stacks stacks;
    /// Ordinal of the guess by stack, 0 while not made: no guess is [WaitKind#NONE].
    private byte[] guesses = {};

    WaitGuess(Stacks stacks) {
        this.stacks = stacks;
    }

    /// The likely kind, [WaitKind#UNKNOWN] when no frame tells.
    WaitKind ofStack(int stack) {
        byte[] known = guesses;
        if (stack < known.length && known[stack] != 0) {
            return BY_ORDINAL[known[stack]];
        }
        return remember(stack);
    }

    private synchronized WaitKind remember(int stack) {
        if (stack >= guesses.length) {
            guesses = Arrays.copyOf(guesses, Math.max(stack + 1, stacks.size()));
        }
        WaitKind kind = look(stack);
        guesses[stack] = (byte) kind.ordinal();
        return kind;
    }

    private WaitKind look(int stack) {
        int depth = Math.min(FRAMES, stacks.depth(stack));
        for (int i = 0; i < depth; i++) {
            String function = stacks.frame(stacks.frameId(stack, i)).function();
            WaitKind kind = EXACT.get(function);
            if (kind != null) {
                return kind;
            }
            for (String prefix : SEMAPHORES) {
                if (function.startsWith(prefix)) {
                    return WaitKind.SYNC;
                }
            }
        }
        return WaitKind.UNKNOWN;
    }
}
