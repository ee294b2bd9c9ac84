package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// System calls and cgo: a goroutine leaves Go and comes back, perhaps without its P.
final class SyscallRules {
    private final SchedulerState state;
    private final Row row;
    private final Goroutines goroutines;
    private final Procs procs;
    private final Threads threads;

    SyscallRules(SchedulerState state) {
        this.state = state;
        this.row = state.row;
        this.goroutines = state.goroutines;
        this.procs = state.procs;
        this.threads = state.threads;
    }

    /// A C thread enters Go.
    Readiness create(BatchCursor e) {
        if (e.thread() < 0) {
            return state.tally.drop();
        }
        int g = goroutines.add(e.arg0());
        if (goroutines.status(g) != Goroutines.UNKNOWN || row.goroutine() >= 0) {
            state.tally.contradict();
        }
        row.about(g);
        goroutines.set(g, Goroutines.SYSCALL, 0);
        threads.setGoroutine(e.thread(), g);
        return Readiness.ADVANCED;
    }

    /// The P is kept, but may be stolen from now on; its sequence number tells later which call a steal hit.
    Readiness begin(BatchCursor e) {
        int g = current(e, Goroutines.RUNNING);
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g).stack(state.tables.stack(e.arg1()));
        goroutines.setStatus(g, Goroutines.SYSCALL);
        int p = row.proc();
        if (p < 0 || !procs.next(p, e.arg0())) {
            state.tally.contradict();
        }
        if (p >= 0) {
            procs.set(p, Procs.SYSCALL, e.arg0());
        }
        return Readiness.ADVANCED;
    }

    /// Back with the P kept.
    Readiness end(BatchCursor e) {
        int g = current(e, Goroutines.SYSCALL);
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g);
        goroutines.setStatus(g, Goroutines.RUNNING);
        int p = row.proc();
        if (p < 0 || procs.status(p) != Procs.SYSCALL) {
            state.tally.contradict();
        }
        if (p >= 0) {
            procs.setStatus(p, Procs.RUNNING);
        }
        return Readiness.ADVANCED;
    }

    /// Back with the P lost. It waits while the P is still in the call: the steal, recorded by another thread, is still
    /// to come.
    Readiness endBlocked(BatchCursor e) {
        int p = row.proc();
        if (p >= 0 && procs.status(p) == Procs.SYSCALL) {
            return Readiness.NOT_YET;
        }
        int g = current(e, Goroutines.SYSCALL);
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g);
        goroutines.setStatus(g, Goroutines.RUNNABLE);
        threads.setGoroutine(e.thread(), Threads.NONE);
        return Readiness.ADVANCED;
    }

    /// A C thread leaves Go for good. A P that it still holds is stolen later by somebody else; until then it is
    /// abandoned, since the system may give the thread's id to another one.
    Readiness destroy(BatchCursor e) {
        int g = current(e, Goroutines.SYSCALL);
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g);
        goroutines.setStatus(g, Goroutines.UNKNOWN);
        threads.setGoroutine(e.thread(), Threads.NONE);
        int p = row.proc();
        if (p >= 0) {
            procs.setStatus(p, Procs.ABANDONED);
            threads.setProc(e.thread(), Threads.NONE);
        }
        return Readiness.ADVANCED;
    }

    private int current(BatchCursor e, byte expected) {
        int g = row.goroutine();
        if (g >= 0 && goroutines.status(g) != expected) {
            state.tally.contradict();
        }
        return g;
    }
}
