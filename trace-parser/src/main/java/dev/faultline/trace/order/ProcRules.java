package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Ps change hands.
final class ProcRules {
    private final SchedulerState state;
    private final Row row;
    private final Procs procs;
    private final Threads threads;

    ProcRules(SchedulerState state) {
        this.state = state;
        this.row = state.row;
        this.procs = state.procs;
        this.threads = state.threads;
    }

    /// The thread takes an idle P. It waits, too, while the thread still holds one: then the steal of that P, recorded by
    /// another thread, is still to come.
    Readiness start(BatchCursor e) {
        int m = e.thread();
        int p = procs.find(e.arg0());
        if (m < 0 || p < 0) {
            return state.tally.drop();
        }
        if (procs.status(p) != Procs.IDLE || !procs.next(p, e.arg1()) || row.proc() >= 0) {
            return Readiness.NOT_YET;
        }
        row.about(p);
        procs.set(p, Procs.RUNNING, e.arg1());
        threads.setProc(m, p);
        return Readiness.ADVANCED;
    }

    Readiness stop(BatchCursor e) {
        int m = e.thread();
        int p = row.proc();
        if (p < 0) {
            return state.tally.drop();
        }
        if (procs.status(p) != Procs.RUNNING && procs.status(p) != Procs.SYSCALL) {
            state.tally.contradict();
        }
        row.about(p);
        procs.setStatus(p, Procs.IDLE);
        threads.setProc(m, Threads.NONE);
        return Readiness.ADVANCED;
    }

    /// A P whose goroutine is in a system call goes idle. The thread that held it may be this one, and is nobody when the
    /// P was abandoned.
    Readiness steal(BatchCursor e) {
        int p = procs.find(e.arg0());
        if (e.thread() < 0 || p < 0) {
            return state.tally.drop();
        }
        byte status = procs.status(p);
        if (status != Procs.SYSCALL && status != Procs.ABANDONED || !procs.next(p, e.arg1())) {
            return Readiness.NOT_YET;
        }
        int victim = status == Procs.ABANDONED ? Threads.NONE : victim(p, e.arg2());
        row.about(p).a(victim).causes(victim); // it comes back from its system call without the P
        procs.set(p, Procs.IDLE, e.arg1());
        threads.setProc(victim, Threads.NONE);
        return Readiness.ADVANCED;
    }

    private int victim(int p, long threadId) {
        int named = threads.find(threadId);
        if (named >= 0 && threads.proc(named) == p) {
            return named;
        }
        state.tally.contradict();
        return threads.holding(p);
    }
}
