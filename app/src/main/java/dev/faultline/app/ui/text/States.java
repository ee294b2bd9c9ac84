package dev.faultline.app.ui.text;

import dev.faultline.model.GoState;
import dev.faultline.model.WaitKind;

/// States and waits in words.
public final class States {
    private States() {
    }

    /// What a goroutine does, to go behind its name: `waiting for the network`.
    public static String verb(GoState state, WaitKind wait) {
        return switch (state) {
            case NOT_EXISTING -> "not existing";
            case RUNNABLE -> "ready to run, waiting for a processor";
            case RUNNING -> "running";
            case SYSCALL -> "in a system call";
            case WAITING -> waiting(wait);
        };
    }

    private static String waiting(WaitKind wait) {
        return switch (wait) {
            case NONE, UNKNOWN -> "waiting for an unknown reason";
            case CHAN_SEND -> "sending to a channel";
            case CHAN_RECEIVE -> "receiving from a channel";
            case SELECT -> "waiting in select";
            case SYNC -> "waiting for a lock or WaitGroup";
            case COND -> "waiting for a condition";
            case NETWORK -> "waiting for the network";
            case SLEEP -> "sleeping";
            case FOREVER -> "blocked for ever";
            case GC -> "waiting for the garbage collector";
            case SYSTEM -> "idle, as the runtime wants it";
            case COROUTINE -> "switched to another coroutine";
            case PREEMPTED -> "preempted";
        };
    }

    /// Short name of a state for tables: `network`, `running`.
    public static String label(GoState state, WaitKind wait) {
        return state == GoState.WAITING ? wait.label() : state.label();
    }
}
