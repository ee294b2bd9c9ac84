package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Bends the state so that a waiting event becomes ready: events are missing, and this one is believed.
final class Force {
    private final SchedulerState state;
    private final RuntimeRules runtime;

    Force(SchedulerState state, RuntimeRules runtime) {
        this.state = state;
        this.runtime = runtime;
    }

    void makeReady(BatchCursor e) {
        switch (e.type()) {
            case PROC_START -> procStart(e);
            case PROC_STEAL -> procSteal(e);
            case GO_START -> goroutine(e, Goroutines.RUNNABLE);
            case GO_UNBLOCK, GO_SWITCH, GO_SWITCH_DESTROY -> goroutine(e, Goroutines.WAITING);
            case GO_SYSCALL_END_BLOCKED -> abandonProc(e);
            case GC_ACTIVE, GC_BEGIN, GC_END -> runtime.adopt(e.arg0() - 1);
            default -> {
                // no other event ever waits
            }
        }
    }

    private void procStart(BatchCursor e) {
        int p = state.procs.find(e.arg0());
        release(p);
        int held = state.threads.proc(e.thread());
        if (held >= 0) {
            state.procs.setStatus(held, Procs.IDLE);
            state.threads.setProc(e.thread(), Threads.NONE);
        }
        state.procs.set(p, Procs.IDLE, e.arg1() - 1);
    }

    private void procSteal(BatchCursor e) {
        int p = state.procs.find(e.arg0());
        release(p);
        state.procs.set(p, Procs.ABANDONED, e.arg1() - 1);
    }

    private void release(int p) {
        state.threads.setProc(state.threads.holding(p), Threads.NONE);
    }

    private void goroutine(BatchCursor e, byte status) {
        int g = state.goroutines.add(e.arg0());
        state.threads.setGoroutine(state.threads.running(g), Threads.NONE);
        state.goroutines.set(g, status, e.arg1() - 1);
    }

    private void abandonProc(BatchCursor e) {
        state.procs.setStatus(state.threads.proc(e.thread()), Procs.ABANDONED);
        state.threads.setProc(e.thread(), Threads.NONE);
    }
}
