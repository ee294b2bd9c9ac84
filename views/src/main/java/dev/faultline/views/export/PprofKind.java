package dev.faultline.views.export;

import dev.faultline.model.GoState;
import dev.faultline.model.WaitKind;
import java.util.EnumSet;
import java.util.Set;

/// What a profile is about. The first four are those of `go tool trace -pprof`.
public enum PprofKind {
    /// Time blocked on channels, locks and `select`.
    BLOCKED(GoState.WAITING, EnumSet.of(WaitKind.CHAN_SEND, WaitKind.CHAN_RECEIVE, WaitKind.SELECT, WaitKind.SYNC,
            WaitKind.COND)),
    /// Time in the run queue.
    SCHED(GoState.RUNNABLE, EnumSet.noneOf(WaitKind.class)),
    /// Time in system calls.
    SYSCALL(GoState.SYSCALL, EnumSet.noneOf(WaitKind.class)),
    /// Time waiting for the network.
    NETWORK(GoState.WAITING, EnumSet.of(WaitKind.NETWORK)),
    /// CPU samples.
    CPU(GoState.RUNNING, EnumSet.noneOf(WaitKind.class)),
    /// Time of GC mark assists.
    ASSIST(GoState.RUNNING, EnumSet.noneOf(WaitKind.class));

    private final GoState state;
    private final Set<WaitKind> waits;

    PprofKind(GoState state, Set<WaitKind> waits) {
        this.state = state;
        this.waits = waits;
    }

    /// Whether it is about spans of goroutines in a state.
    boolean isOfSpans() {
        return this != CPU && this != ASSIST;
    }

    /// Whether a span counts.
    boolean counts(GoState in, WaitKind wait) {
        return in == state && (state != GoState.WAITING || waits.contains(wait));
    }
}
