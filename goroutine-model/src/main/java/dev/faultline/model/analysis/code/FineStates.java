package dev.faultline.model.analysis.code;

import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.EventType;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;

/// Tells the states of a trace's spans apart. What was found for a stack or a reason is kept. Safe for several threads.
public final class FineStates {
    private static final String YIELD = "runtime.Gosched";

    private final EventStore events;
    private final Stacks stacks;
    private final Strings strings;
    private final Int2ObjectOpenHashMap<FineState> locks = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<Boolean> calls = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<Boolean> yields = new Int2ObjectOpenHashMap<>();

    public FineStates(TraceModel model) {
        events = model.trace().events();
        stacks = model.trace().stacks();
        strings = model.trace().strings();
    }

    /// The state of a span; mark assists, which are ranges of their own, are not looked for.
    public synchronized FineState of(Spans spans, int i) {
        return switch (spans.state(i)) {
            case RUNNING -> FineState.RUNNING;
            case RUNNABLE -> runnable(spans, i);
            case SYSCALL -> syscall(spans, i);
            case WAITING -> waiting(spans, i);
            case NOT_EXISTING -> FineState.NOT_EXISTING;
        };
    }

    private FineState runnable(Spans spans, int i) {
        int row = spans.beginRow(i);
        return row < 0 ? FineState.RUNNABLE : switch (events.type(row)) {
            case GO_CREATE, GO_CREATE_BLOCKED -> FineState.CREATED;
            case GO_UNBLOCK, GO_SWITCH, GO_SWITCH_DESTROY -> FineState.WOKEN;
            case GO_STOP -> yields.computeIfAbsent(spans.reason(i), reason -> strings.get(reason).equals(YIELD))
                    ? FineState.YIELDED
                    : FineState.PREEMPTED;
            case GO_SYSCALL_END_BLOCKED -> FineState.RETURNED;
            default -> FineState.RUNNABLE;
        };
    }

    private FineState syscall(Spans spans, int i) {
        int end = spans.endRow(i);
        boolean lost = end >= 0 && events.type(end) == EventType.GO_SYSCALL_END_BLOCKED;
        if (calls.computeIfAbsent(spans.stack(i), this::isOfC)) {
            return lost ? FineState.C_CALL_BLOCKED : FineState.C_CALL;
        }
        return lost ? FineState.SYSCALL_BLOCKED : FineState.SYSCALL;
    }

    private String function(int stack, int depth) {
        return stacks.frame(stacks.frameId(stack, depth)).function();
    }

    /// Calls of C are system calls for the scheduler, made by this function of the runtime.
    private boolean isOfC(int stack) {
        for (int d = 0; d < stacks.depth(stack); d++) {
            String function = function(stack, d);
            if (!function.startsWith("runtime.")) {
                return function.startsWith("_cgo") || function.contains("._Cfunc_");
            }
            if (function.equals("runtime.cgocall")) {
                return true;
            }
        }
        return false;
    }

    private FineState waiting(Spans spans, int i) {
        WaitKind kind = spans.wait(i);
        return switch (kind) {
            case CHAN_SEND -> FineState.SEND;
            case CHAN_RECEIVE, SELECT -> endedByRuntime(spans, i)
                    ? FineState.TIMER
                    : kind == WaitKind.SELECT ? FineState.SELECT : FineState.RECEIVE;
            case FOREVER -> FineState.FOREVER;
            case SYNC -> locks.computeIfAbsent(spans.stack(i), this::lock);
            case COND -> FineState.COND;
            case NETWORK -> FineState.NETWORK;
            case SLEEP -> FineState.SLEEP;
            case GC -> FineState.GC_WAIT;
            case SYSTEM -> FineState.IDLE;
            case NONE, COROUTINE, PREEMPTED, UNKNOWN -> FineState.OTHER;
        };
    }

    private boolean endedByRuntime(Spans spans, int i) {
        int end = spans.endRow(i);
        return end >= 0 && events.type(end) == EventType.GO_UNBLOCK && events.goroutine(end) < 0;
    }

    private FineState lock(int stack) {
        return switch (WaitObject.of(WaitKind.SYNC, stack, stacks)) {
            case WAIT_GROUP -> FineState.WAIT_GROUP;
            case CONDITION -> FineState.COND;
            case MUTEX -> isOfRwMutex(stack) ? FineState.RW_MUTEX : FineState.MUTEX;
            default -> FineState.OTHER;
        };
    }

    private boolean isOfRwMutex(int stack) {
        for (int d = 0; d < stacks.depth(stack); d++) {
            if (function(stack, d).startsWith("sync.(*RWMutex)")) {
                return true;
            }
        }
        return false;
    }
}
