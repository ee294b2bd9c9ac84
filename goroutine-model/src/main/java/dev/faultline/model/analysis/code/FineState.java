package dev.faultline.model.analysis.code;

import dev.faultline.model.GoState;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.format.EventType;

/// What a goroutine does, told apart further than [GoState] and [WaitKind] do: why it is runnable, whether a system call is one of
/// C and lost its P, which lock it waits for.
public enum FineState {
    CREATED("runnable after its creation"),
    WOKEN("runnable after a wake-up"),
    PREEMPTED("runnable after preemption"),
    YIELDED("runnable after a yield"),
    RETURNED("runnable after a syscall"),
    RUNNABLE("runnable"),
    RUNNING("running"),
    ASSISTING("running, mark assist"),
    SYSCALL("syscall"),
    SYSCALL_BLOCKED("syscall that lost its P"),
    C_CALL("C call"),
    C_CALL_BLOCKED("C call that lost its P"),
    SEND("chan send"),
    RECEIVE("chan receive"),
    SELECT("select"),
    FOREVER("blocked forever"),
    MUTEX("Mutex"),
    RW_MUTEX("RWMutex"),
    WAIT_GROUP("WaitGroup"),
    COND("Cond"),
    NETWORK("network"),
    SLEEP("sleep"),
    TIMER("channel or select, ended by the runtime"),
    GC_WAIT("GC wait"),
    IDLE("idle goroutine of the runtime"),
    OTHER("other wait"),
    NOT_EXISTING("not existing");

    private static final String YIELD = "runtime.Gosched";

    private final String label;

    FineState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The state of a span; mark assists, which are ranges of their own, are not looked for.
    public static FineState of(TraceModel model, Spans spans, int i) {
        return switch (spans.state(i)) {
            case RUNNING -> RUNNING;
            case RUNNABLE -> runnable(model, spans, i);
            case SYSCALL -> syscall(model, spans, i);
            case WAITING -> waiting(model, spans, i);
            case NOT_EXISTING -> NOT_EXISTING;
        };
    }

    private static FineState runnable(TraceModel model, Spans spans, int i) {
        int row = spans.beginRow(i);
        return row < 0 ? RUNNABLE : switch (model.trace().events().type(row)) {
            case GO_CREATE, GO_CREATE_BLOCKED -> CREATED;
            case GO_UNBLOCK, GO_SWITCH, GO_SWITCH_DESTROY -> WOKEN;
            case GO_STOP -> model.trace().strings().get(spans.reason(i)).equals(YIELD) ? YIELDED : PREEMPTED;
            case GO_SYSCALL_END_BLOCKED -> RETURNED;
            default -> RUNNABLE;
        };
    }

    private static FineState syscall(TraceModel model, Spans spans, int i) {
        EventStore events = model.trace().events();
        int end = spans.endRow(i);
        boolean lost = end >= 0 && events.type(end) == EventType.GO_SYSCALL_END_BLOCKED;
        if (isOfC(model.trace().stacks(), spans.stack(i))) {
            return lost ? C_CALL_BLOCKED : C_CALL;
        }
        return lost ? SYSCALL_BLOCKED : SYSCALL;
    }

    /// Calls of C are system calls for the scheduler, made by this function of the runtime.
    private static boolean isOfC(Stacks stacks, int stack) {
        for (int d = 0; d < stacks.depth(stack); d++) {
            String function = stacks.frame(stacks.frameId(stack, d)).function();
            if (!function.startsWith("runtime.")) {
                return function.startsWith("_cgo") || function.contains("._Cfunc_");
            }
            if (function.equals("runtime.cgocall")) {
                return true;
            }
        }
        return false;
    }

    private static FineState waiting(TraceModel model, Spans spans, int i) {
        WaitKind kind = spans.wait(i);
        return switch (kind) {
            case CHAN_SEND -> SEND;
            case CHAN_RECEIVE, SELECT -> endedByRuntime(model, spans, i)
                    ? TIMER
                    : kind == WaitKind.SELECT ? SELECT : RECEIVE;
            case FOREVER -> FOREVER;
            case SYNC -> lock(model.trace().stacks(), spans.stack(i));
            case COND -> COND;
            case NETWORK -> NETWORK;
            case SLEEP -> SLEEP;
            case GC -> GC_WAIT;
            case SYSTEM -> IDLE;
            case NONE, COROUTINE, PREEMPTED, UNKNOWN -> OTHER;
        };
    }

    private static boolean endedByRuntime(TraceModel model, Spans spans, int i) {
        EventStore events = model.trace().events();
        int end = spans.endRow(i);
        return end >= 0 && events.type(end) == EventType.GO_UNBLOCK && events.goroutine(end) < 0;
    }

    private static FineState lock(Stacks stacks, int stack) {
        return switch (WaitObject.of(WaitKind.SYNC, stack, stacks)) {
            case WAIT_GROUP -> WAIT_GROUP;
            case CONDITION -> COND;
            case MUTEX -> isOfRwMutex(stacks, stack) ? RW_MUTEX : MUTEX;
            default -> OTHER;
        };
    }

    private static boolean isOfRwMutex(Stacks stacks, int stack) {
        for (int d = 0; d < stacks.depth(stack); d++) {
            if (stacks.frame(stacks.frameId(stack, d)).function().startsWith("sync.(*RWMutex)")) {
                return true;
            }
        }
        return false;
    }
}
