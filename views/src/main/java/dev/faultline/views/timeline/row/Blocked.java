package dev.faultline.views.timeline.row;

import dev.faultline.model.Goroutines;
import dev.faultline.model.WaitKind;
import java.util.Arrays;

/// Which waits count as blocked: those on other goroutines and on the network. Sleep does not.
public final class Blocked {
    private static final WaitKind[] KINDS = Arrays.stream(WaitKind.values()).filter(Blocked::counts)
            .toArray(WaitKind[]::new);

    private Blocked() {
    }

    public static boolean counts(WaitKind kind) {
        return switch (kind) {
            case CHAN_SEND, CHAN_RECEIVE, SELECT, SYNC, COND, NETWORK, FOREVER, UNKNOWN -> true;
            case NONE, SLEEP, GC, SYSTEM, COROUTINE, PREEMPTED -> false;
        };
    }

    /// Total time that a goroutine was blocked, nanoseconds.
    public static long ns(Goroutines goroutines, int g) {
        long sum = 0;
        for (WaitKind kind : KINDS) {
            sum += goroutines.waitingNs(g, kind);
        }
        return sum;
    }
}
