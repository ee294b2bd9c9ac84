package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Goroutines are created, run, stop, block, are woken and end.
final class GoroutineRules {
    private final SchedulerState state;
    private final Row row;
    private final Goroutines goroutines;
    private final Threads threads;

    GoroutineRules(SchedulerState state) {
        this.state = state;
        this.row = state.row;
        this.goroutines = state.goroutines;
        this.threads = state.threads;
    }

    /// @param status of the new goroutine
    Readiness create(BatchCursor e, byte status) {
        if (e.thread() < 0) {
            return state.tally.drop();
        }
        int g = goroutines.add(e.arg0());
        if (goroutines.status(g) != Goroutines.UNKNOWN || row.proc() < 0) {
            state.tally.contradict();
        }
        row.about(g).stack(state.tables.stack(e.arg2())).a(state.tables.stack(e.arg1()));
        goroutines.set(g, status, 0);
        return Readiness.ADVANCED;
    }

    Readiness start(BatchCursor e) {
        int m = e.thread();
        if (m < 0) {
            return state.tally.drop();
        }
        int g = goroutines.find(e.arg0());
        if (!goroutines.ready(g, Goroutines.RUNNABLE, e.arg1())) {
            return Readiness.NOT_YET;
        }
        if (row.goroutine() >= 0 || row.proc() < 0) {
            state.tally.contradict();
        }
        row.about(g);
        goroutines.set(g, Goroutines.RUNNING, e.arg1());
        threads.setGoroutine(m, g);
        return Readiness.ADVANCED;
    }

    Readiness destroy(BatchCursor e) {
        int g = running(e);
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g);
        leave(e, g, Goroutines.UNKNOWN);
        return Readiness.ADVANCED;
    }

    /// The goroutine yields or blocks.
    ///
    /// @param status it has then
    Readiness pause(BatchCursor e, byte status) {
        int g = running(e);
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g).a(state.tables.string(e.arg0())).stack(state.tables.stack(e.arg1()));
        leave(e, g, status);
        return Readiness.ADVANCED;
    }

    Readiness unblock(BatchCursor e) {
        int g = goroutines.find(e.arg0());
        if (!goroutines.ready(g, Goroutines.WAITING, e.arg1())) {
            return Readiness.NOT_YET;
        }
        row.about(g).stack(state.tables.stack(e.arg2()));
        goroutines.set(g, Goroutines.RUNNABLE, e.arg1());
        return Readiness.ADVANCED;
    }

    /// A coroutine switch.
    ///
    /// @param left status of the goroutine that stops running
    Readiness switchTo(BatchCursor e, byte left) {
        int m = e.thread();
        if (m < 0) {
            return state.tally.drop();
        }
        int g = goroutines.find(e.arg0());
        if (!goroutines.ready(g, Goroutines.WAITING, e.arg1())) {
            return Readiness.NOT_YET;
        }
        int from = running(e);
        row.about(g);
        if (from >= 0) {
            goroutines.setStatus(from, left);
        }
        goroutines.set(g, Goroutines.RUNNING, e.arg1());
        threads.setGoroutine(m, g);
        return Readiness.ADVANCED;
    }

    /// The goroutine on the thread, which should run on a P; -1 for none.
    private int running(BatchCursor e) {
        int g = row.goroutine();
        if (g >= 0 && (goroutines.status(g) != Goroutines.RUNNING || row.proc() < 0)) {
            state.tally.contradict();
        }
        return g;
    }

    private void leave(BatchCursor e, int g, byte status) {
        goroutines.setStatus(g, status);
        threads.setGoroutine(e.thread(), Threads.NONE);
    }
}
