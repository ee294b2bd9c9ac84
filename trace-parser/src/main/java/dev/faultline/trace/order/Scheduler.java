package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Decides whether an event can be the next one, and applies it. One line per event; what each demands and does is in
/// the classes for its kind. Source: Go 1.27, internal/trace/order.go.
///
/// What contradicts the state is believed and counted, never refused: a viewer must show what there is. Tasks, regions
/// and logs are the program's own and are not checked here at all.
final class Scheduler {
    private final SchedulerState state;
    private final ProcRules procs;
    private final GoroutineRules goroutines;
    private final SyscallRules syscalls;
    private final StatusRules statuses;
    private final RuntimeRules runtime;
    private final UserRules user;
    private final Force force;

    Scheduler(SchedulerState state) {
        this.state = state;
        procs = new ProcRules(state);
        goroutines = new GoroutineRules(state);
        syscalls = new SyscallRules(state);
        statuses = new StatusRules(state);
        runtime = new RuntimeRules(state);
        user = new UserRules(state);
        force = new Force(state, runtime);
    }

    /// Applies an event and fills the row for it.
    Readiness advance(BatchCursor e) {
        state.row.begin(e.thread(), state.threads);
        return switch (e.type()) {
            case PROCS_CHANGE -> runtime.procsChange(e);
            case PROC_START -> procs.start(e);
            case PROC_STOP -> procs.stop(e);
            case PROC_STEAL -> procs.steal(e);
            case PROC_STATUS -> statuses.proc(e);
            case GO_CREATE -> goroutines.create(e, Goroutines.RUNNABLE);
            case GO_CREATE_BLOCKED -> goroutines.create(e, Goroutines.WAITING);
            case GO_CREATE_SYSCALL -> syscalls.create(e);
            case GO_START -> goroutines.start(e);
            case GO_DESTROY -> goroutines.destroy(e);
            case GO_DESTROY_SYSCALL -> syscalls.destroy(e);
            case GO_STOP -> goroutines.pause(e, Goroutines.RUNNABLE);
            case GO_BLOCK -> goroutines.pause(e, Goroutines.WAITING);
            case GO_UNBLOCK -> goroutines.unblock(e);
            case GO_SWITCH -> goroutines.switchTo(e, Goroutines.WAITING);
            case GO_SWITCH_DESTROY -> goroutines.switchTo(e, Goroutines.UNKNOWN);
            case GO_SYSCALL_BEGIN -> syscalls.begin(e);
            case GO_SYSCALL_END -> syscalls.end(e);
            case GO_SYSCALL_END_BLOCKED -> syscalls.endBlocked(e);
            case GO_STATUS, GO_STATUS_STACK -> statuses.goroutine(e);
            case STW_BEGIN -> runtime.pauseBegin(e);
            case STW_END -> runtime.pauseEnd(e);
            case GC_ACTIVE -> runtime.gcActive(e);
            case GC_BEGIN -> runtime.gcBegin(e);
            case GC_END -> runtime.gcEnd(e);
            case GC_SWEEP_ACTIVE -> runtime.sweepActive(e);
            case GC_SWEEP_BEGIN -> runtime.sweepBegin(e);
            case GC_SWEEP_END -> runtime.sweepEnd(e);
            case GC_MARK_ASSIST_ACTIVE -> runtime.assistActive(e);
            case GC_MARK_ASSIST_BEGIN -> runtime.assistBegin(e);
            case GC_MARK_ASSIST_END -> runtime.assistEnd(e);
            case HEAP_ALLOC, HEAP_GOAL -> runtime.heap(e);
            case GO_LABEL -> runtime.label(e);
            case USER_TASK_BEGIN -> user.taskBegin(e);
            case USER_TASK_END -> user.taskEnd(e);
            case USER_REGION_BEGIN, USER_REGION_END -> user.region(e);
            case USER_LOG -> user.log(e);
            case SPAN, SPAN_ALLOC, HEAP_OBJECT, HEAP_OBJECT_ALLOC, GOROUTINE_STACK, GOROUTINE_STACK_ALLOC, SPAN_FREE,
                    HEAP_OBJECT_FREE, GOROUTINE_STACK_FREE ->
                user.experimental(e);
            case EVENT_BATCH, STACKS, STACK, STRINGS, STRING, CPU_SAMPLES, CPU_SAMPLE, FREQUENCY, EXPERIMENTAL_BATCH,
                    SYNC, CLOCK_SNAPSHOT, END_OF_GENERATION ->
                throw new IllegalStateException("the decoder let through " + e.type());
        };
    }

    /// Applies an event for which nothing that is still to come can make way: the state is bent so that it fits.
    Readiness force(BatchCursor e) {
        state.tally.force();
        force.makeReady(e);
        Readiness readiness = advance(e);
        return readiness == Readiness.NOT_YET ? state.tally.drop() : readiness;
    }

    /// Events of a thread are missing: what it holds now is unknown.
    void forget(int thread) {
        state.threads.setProc(thread, Threads.NONE);
        state.threads.setGoroutine(thread, Threads.NONE);
    }
}
