package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Goroutines are created, run, stop, block, are woken and end.
final class GoroutineRules {
    private final World world;
    private final Row row;
    private final Goroutines goroutines;
    private final Threads threads;

    GoroutineRules(World world) {
        this.world = world;
        this.row = world.row;
        this.goroutines = world.goroutines;
        this.threads = world.threads;
    }

    /// @param status of the new goroutine
    Answer create(BatchCursor e, byte status) {
        if (e.thread() < 0) {
            return world.tally.drop();
        }
        int g = goroutines.add(e.arg0());
        if (goroutines.status(g) != Goroutines.UNKNOWN || row.proc() < 0) {
            world.tally.contradict();
        }
        row.aboutGoroutine(g).stack(world.tables.stack(e.arg2())).a(world.tables.stack(e.arg1()));
        goroutines.set(g, status, 0);
        return Answer.ADVANCED;
    }

    Answer start(BatchCursor e) {
        int m = e.thread();
        if (m < 0) {
            return world.tally.drop();
        }
        int g = goroutines.find(e.arg0());
        if (!goroutines.ready(g, Goroutines.RUNNABLE, e.arg1())) {
            return Answer.NOT_YET;
        }
        if (row.goroutine() >= 0 || row.proc() < 0) {
            world.tally.contradict();
        }
        row.aboutGoroutine(g);
        goroutines.set(g, Goroutines.RUNNING, e.arg1());
        threads.setGoroutine(m, g);
        return Answer.ADVANCED;
    }

    Answer destroy(BatchCursor e) {
        int g = running(e);
        if (g < 0) {
            return world.tally.drop();
        }
        row.aboutGoroutine(g);
        leave(e, g, Goroutines.UNKNOWN);
        return Answer.ADVANCED;
    }

    /// The goroutine yields or blocks.
    ///
    /// @param status it has then
    Answer pause(BatchCursor e, byte status) {
        int g = running(e);
        if (g < 0) {
            return world.tally.drop();
        }
        row.aboutGoroutine(g).a(world.tables.string(e.arg0())).stack(world.tables.stack(e.arg1()));
        leave(e, g, status);
        return Answer.ADVANCED;
    }

    Answer unblock(BatchCursor e) {
        int g = goroutines.find(e.arg0());
        if (!goroutines.ready(g, Goroutines.WAITING, e.arg1())) {
            return Answer.NOT_YET;
        }
        row.aboutGoroutine(g).stack(world.tables.stack(e.arg2()));
        goroutines.set(g, Goroutines.RUNNABLE, e.arg1());
        return Answer.ADVANCED;
    }

    /// A coroutine switch.
    ///
    /// @param left status of the goroutine that stops running
    Answer switchTo(BatchCursor e, byte left) {
        int m = e.thread();
        if (m < 0) {
            return world.tally.drop();
        }
        int g = goroutines.find(e.arg0());
        if (!goroutines.ready(g, Goroutines.WAITING, e.arg1())) {
            return Answer.NOT_YET;
        }
        int from = running(e);
        row.aboutGoroutine(g);
        if (from >= 0) {
            goroutines.setStatus(from, left);
        }
        goroutines.set(g, Goroutines.RUNNING, e.arg1());
        threads.setGoroutine(m, g);
        return Answer.ADVANCED;
    }

    /// The goroutine on the thread, which should run on a P; -1 for none.
    private int running(BatchCursor e) {
        int g = row.goroutine();
        if (g >= 0 && (goroutines.status(g) != Goroutines.RUNNING || row.proc() < 0)) {
            world.tally.contradict();
        }
        return g;
    }

    private void leave(BatchCursor e, int g, byte status) {
        goroutines.setStatus(g, status);
        threads.setGoroutine(e.thread(), Threads.NONE);
    }
}
