package dev.faultline.model.analysis.code;

import dev.faultline.model.WaitKind;
import dev.faultline.trace.event.Stacks;

/// What a goroutine waits at, told apart further than the trace's reasons do: the frames of package sync name the type.
public enum WaitObject {
    SEND,
    RECEIVE,
    SELECT,
    MUTEX,
    WAIT_GROUP,
    CONDITION,
    /// A nil channel, or a select without cases.
    NEVER,
    /// A coroutine's wait until somebody asks for its next value.
    COROUTINE,
    /// Network, sleep, the runtime's own waits: no other goroutine of the program ends them.
    OUTSIDE,
    UNKNOWN;

    /// Whether only another goroutine can end the wait.
    public boolean inside() {
        return this != OUTSIDE;
    }

    /// What a wait of a kind with a stack is for.
    public static WaitObject of(WaitKind kind, int stack, Stacks stacks) {
        return switch (kind) {
            case CHAN_SEND -> SEND;
            case CHAN_RECEIVE -> RECEIVE;
            case SELECT -> SELECT;
            case COND -> CONDITION;
            case FOREVER -> NEVER;
            case SYNC -> ofSync(stack, stacks);
            case UNKNOWN -> UNKNOWN;
            case NONE, NETWORK, SLEEP, GC, SYSTEM, COROUTINE, PREEMPTED -> OUTSIDE;
        };
    }

    /// Semaphores that the runtime takes for itself, as the collector does, are none of the program's locks.
    private static WaitObject ofSync(int stack, Stacks stacks) {
        int depth = stacks.depth(stack);
        boolean own = depth == 0;
        for (int d = 0; d < depth; d++) {
            String function = stacks.frame(stacks.frameId(stack, d)).function();
            if (function.startsWith("sync.(*WaitGroup)")) {
                return WAIT_GROUP;
            }
            if (function.startsWith("sync.(*Cond)")) {
                return CONDITION;
            }
            own |= function.startsWith("sync.") || function.startsWith("internal/sync.")
                    || function.startsWith("internal/poll.");
        }
        return own ? MUTEX : OUTSIDE;
    }
}
