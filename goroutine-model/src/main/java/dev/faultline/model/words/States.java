package dev.faultline.model.words;

import dev.faultline.model.GoState;
import dev.faultline.model.WaitKind;

/// What a goroutine does.
public final class States {
    private States() {
    }

    /// To go behind its name: `blocked on chan send`, `runnable`, `in a syscall`.
    ///
    /// @param wait what it waits for; [WaitKind#NONE] unless it waits
    public static String verb(GoState state, WaitKind wait) {
        return switch (state) {
            case NOT_EXISTING -> "not existing";
            case RUNNABLE -> "runnable, waiting for a P";
            case RUNNING -> "running";
            case SYSCALL -> "in a syscall";
            case WAITING -> waiting(wait);
        };
    }

    private static String waiting(WaitKind wait) {
        return switch (wait) {
            case NONE, UNKNOWN -> "waiting for an unknown reason";
            case CHAN_SEND -> "blocked on chan send";
            case CHAN_RECEIVE -> "blocked on chan receive";
            case SELECT -> "blocked in select";
            case SYNC -> "waiting for a lock or WaitGroup";
            case COND -> "waiting for a sync.Cond";
            case NETWORK -> "waiting for network I/O";
            case SLEEP -> "sleeping";
            case FOREVER -> "blocked forever";
            case GC -> "waiting for the GC";
            case SYSTEM -> "idle";
            case COROUTINE -> "switched to another coroutine";
            case PREEMPTED -> "preempted";
        };
    }

    /// For tables and legends: `network`, `running`.
    ///
    /// @param wait what it waits for; [WaitKind#NONE] unless it waits
    public static String label(GoState state, WaitKind wait) {
        return state == GoState.WAITING ? wait.label() : state.label();
    }
}
