package dev.faultline.model.reconstruct;

import dev.faultline.trace.format.EventType;

/// What the common events do to their goroutine, by number of the type. Nine of ten events are one of these seven, so
/// they take one short way that asks this table: a way for each would be several times as much code to compile.
final class Step {
    private static final int STATE = 7;
    private static final int OWN_STACK = 8;
    private static final int REASON = 16;
    private static final int RUNS = 32;
    private static final int ENTERS_SYSCALL = 64;
    private static final int LEAVES_SYSCALL = 128;

    private static final int[] STEPS = new int[256];
    static {
        set(EventType.GO_START, GoroutineColumns.RUNNING | RUNS);
        set(EventType.GO_STOP, GoroutineColumns.RUNNABLE | OWN_STACK | REASON);
        set(EventType.GO_BLOCK, GoroutineColumns.WAITING | OWN_STACK | REASON);
        set(EventType.GO_UNBLOCK, GoroutineColumns.RUNNABLE);
        set(EventType.GO_SYSCALL_BEGIN, GoroutineColumns.SYSCALL | OWN_STACK | ENTERS_SYSCALL);
        set(EventType.GO_SYSCALL_END, GoroutineColumns.RUNNING | LEAVES_SYSCALL);
        set(EventType.GO_SYSCALL_END_BLOCKED, GoroutineColumns.RUNNABLE);
    }

    private Step() {
    }

    private static void set(EventType type, int step) {
        STEPS[type.id()] = step;
    }

    /// Whether the event is one transition of its subject, which this table describes.
    static boolean isCommon(int type) {
        return STEPS[type] != 0;
    }

    /// The state that the subject enters.
    static int state(int type) {
        return STEPS[type] & STATE;
    }

    /// Whether the event's stack is the subject's own.
    static boolean stackIsOwn(int type) {
        return (STEPS[type] & OWN_STACK) != 0;
    }

    /// Whether the first argument tells why.
    static boolean hasReason(int type) {
        return (STEPS[type] & REASON) != 0;
    }

    /// Whether the subject is given a P.
    static boolean runs(int type) {
        return (STEPS[type] & RUNS) != 0;
    }

    static boolean entersSyscall(int type) {
        return (STEPS[type] & ENTERS_SYSCALL) != 0;
    }

    static boolean leavesSyscall(int type) {
        return (STEPS[type] & LEAVES_SYSCALL) != 0;
    }
}
