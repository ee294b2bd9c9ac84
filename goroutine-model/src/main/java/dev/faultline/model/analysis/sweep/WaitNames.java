package dev.faultline.model.analysis.sweep;

import dev.faultline.model.WaitKind;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import java.util.Arrays;

/// Kinds of waits by the reason's string id, or by the stack where a status gives no reason. Keeps the answers: there are
/// few reasons and many waits.
final class WaitNames {
    private static final WaitKind[] KINDS = WaitKind.values();

    private final Strings strings;
    private final Stacks stacks;
    private final byte[] byReason;
    private final byte[] byStack;

    WaitNames(Strings strings, Stacks stacks) {
        this.strings = strings;
        this.stacks = stacks;
        byReason = new byte[strings.size()];
        byStack = new byte[stacks.size()];
        Arrays.fill(byReason, (byte) -1);
        Arrays.fill(byStack, (byte) -1);
    }

    /// @param reason string id, 0 when the trace gives none
    WaitKind kind(int reason, int stack) {
        if (reason == 0) {
            if (byStack[stack] < 0) {
                byStack[stack] = (byte) guess(stack).ordinal();
            }
            return KINDS[byStack[stack]];
        }
        if (byReason[reason] < 0) {
            byReason[reason] = (byte) named(strings.get(reason)).ordinal();
        }
        return KINDS[byReason[reason]];
    }

    private static WaitKind named(String reason) {
        for (WaitKind kind : KINDS) {
            if (kind.label().equals(reason) && kind != WaitKind.NONE) {
                return kind;
            }
        }
        boolean collector = reason.startsWith("GC ") || reason.equals("wait until GC ends");
        return collector ? WaitKind.GC : WaitKind.UNKNOWN;
    }

    private WaitKind guess(int stack) {
        for (int d = 0; d < Math.min(6, stacks.depth(stack)); d++) {
            String function = stacks.frame(stacks.frameId(stack, d)).function();
            WaitKind kind = switch (function) {
                case "runtime.chanrecv1", "runtime.chanrecv2" -> WaitKind.CHAN_RECEIVE;
                case "runtime.chansend1" -> WaitKind.CHAN_SEND;
                case "runtime.selectgo" -> WaitKind.SELECT;
                case "runtime.block" -> WaitKind.FOREVER;
                case "internal/poll.runtime_pollWait" -> WaitKind.NETWORK;
                case "time.Sleep" -> WaitKind.SLEEP;
                case "sync.runtime_notifyListWait" -> WaitKind.COND;
                default -> function.contains("emacquire") ? WaitKind.SYNC : WaitKind.NONE;
            };
            if (kind != WaitKind.NONE) {
                return kind;
            }
        }
        return WaitKind.UNKNOWN;
    }
}
