package dev.faultline.trace.order;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;

/// Statuses: what was so when the generation began, and the start of the sequence numbers.
final class StatusRules {
    private final SchedulerState state;
    private final Row row;
    private final Goroutines goroutines;
    private final Procs procs;
    private final Threads threads;

    StatusRules(SchedulerState state) {
        this.state = state;
        this.row = state.row;
        this.goroutines = state.goroutines;
        this.procs = state.procs;
        this.threads = state.threads;
    }

    Readiness proc(BatchCursor e) {
        int p = procs.find(e.arg0());
        long status = e.arg1();
        if (p < 0 || status < Procs.RUNNING || status > Procs.ABANDONED) {
            return state.tally.drop();
        }
        byte known = procs.status(p);
        if (known == Procs.SYSCALL && status == Procs.ABANDONED) {
            // the thread in the call still holds it, and the event is that thread's
            row.context(threads.holding(p), threads);
            row.about(p).a(status);
            procs.set(p, Procs.SYSCALL, 0);
            return Readiness.ADVANCED;
        }
        if (known != Procs.UNKNOWN && known != status) {
            state.tally.contradict();
        }
        row.about(p).a(status);
        procs.set(p, (byte) status, 0);
        if (status == Procs.RUNNING || status == Procs.SYSCALL) {
            threads.setProc(e.thread(), p);
        }
        return Readiness.ADVANCED;
    }

    Readiness goroutine(BatchCursor e) {
        long status = e.arg2();
        if (status < Goroutines.RUNNABLE || status > Goroutines.WAITING) {
            return state.tally.drop();
        }
        int g = goroutines.add(e.arg0());
        byte known = goroutines.status(g);
        if (known != Goroutines.UNKNOWN && known != status) {
            state.tally.contradict();
        }
        int named = e.arg1() == Batch.NO_THREAD ? Threads.NONE : threads.add(e.arg1());
        int on = e.thread();
        if (status == Goroutines.SYSCALL && named >= 0 || status == Goroutines.RUNNING && on < 0) {
            on = named;
        }
        row.context(on, threads);
        row.about(g).a(status).b(named);
        if (e.type() == EventType.GO_STATUS_STACK) {
            row.stack(state.tables.stack(e.arg3()));
        }
        goroutines.set(g, (byte) status, 0);
        if (status == Goroutines.RUNNING || status == Goroutines.SYSCALL) {
            bind(g, on);
        }
        return Readiness.ADVANCED;
    }

    private void bind(int g, int m) {
        int held = row.goroutine();
        if (held >= 0 && held != g) {
            state.tally.contradict();
        }
        threads.setGoroutine(m, g);
    }
}
