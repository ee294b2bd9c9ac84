package dev.faultline.model.analysis.code;

import dev.faultline.model.GoState;
import dev.faultline.model.WaitKind;

/// What a goroutine does, told apart further than [GoState] and [WaitKind] do ([FineStates]): why it is runnable, whether a system call is one of
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

    private final String label;

    FineState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
