package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Goroutines are created, run, stop, block, are woken and end.
final class GoroutineRules {
    private final World world;
    private final Goroutines goroutines;
    private final Threads threads;

    GoroutineRules(World world) {
        this.world = world;
        this.goroutines = world.goroutines;
        this.threads = world.threads;
    }

    /// @param status of the new goroutine
    boolean create(BatchCursor e, byte status) {
        if (e.thread() < 0) {
            return world.tally.skip();
        }
        int g = goroutines.add(e.arg0());
        if (goroutines.status(g) != Goroutines.UNKNOWN || threads.proc(e.thread()) < 0) {
            world.tally.contradict();
        }
        world.aboutGoroutine(e, g).stack(world.tables.stack(e.arg2())).a(world.tables.stack(e.arg1()));
        goroutines.set(g, status, 0);
        return true;
    }

    boolean start(BatchCursor e) {
        int m = e.thread();
        if (m < 0) {
            return world.tally.skip();
        }
        int g = goroutines.find(e.arg0());
        if (!goroutines.ready(g, Goroutines.RUNNABLE, e.arg1())) {
            return false;
        }
        if (threads.goroutine(m) >= 0 || threads.proc(m) < 0) {
            world.tally.contradict();
        }
        world.aboutGoroutine(e, g);
        goroutines.set(g, Goroutines.RUNNING, e.arg1());
        threads.setGoroutine(m, g);
        return true;
    }

    boolean destroy(BatchCursor e) {
        int g = running(e);
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g);
        leave(e, g, Goroutines.UNKNOWN);
        return true;
    }

    /// The goroutine yields or blocks.
    ///
    /// @param status it has then
    boolean pause(BatchCursor e, byte status) {
        int g = running(e);
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g).a(world.tables.string(e.arg0())).stack(world.tables.stack(e.arg1()));
        leave(e, g, status);
        return true;
    }

    boolean unblock(BatchCursor e) {
        int g = goroutines.find(e.arg0());
        if (!goroutines.ready(g, Goroutines.WAITING, e.arg1())) {
            return false;
        }
        world.aboutGoroutine(e, g).stack(world.tables.stack(e.arg2()));
        goroutines.set(g, Goroutines.RUNNABLE, e.arg1());
        return true;
    }

    /// A coroutine switch.
    ///
    /// @param left status of the goroutine that stops running
    boolean switchTo(BatchCursor e, byte left) {
        int m = e.thread();
        if (m < 0) {
            return world.tally.skip();
        }
        int g = goroutines.find(e.arg0());
        if (!goroutines.ready(g, Goroutines.WAITING, e.arg1())) {
            return false;
        }
        int from = running(e);
        world.aboutGoroutine(e, g);
        if (from >= 0) {
            goroutines.setStatus(from, left);
        }
        goroutines.set(g, Goroutines.RUNNING, e.arg1());
        threads.setGoroutine(m, g);
        return true;
    }

    /// The goroutine on the thread, which should run on a P; -1 for none.
    private int running(BatchCursor e) {
        int g = threads.goroutine(e.thread());
        if (g >= 0 && (goroutines.status(g) != Goroutines.RUNNING || threads.proc(e.thread()) < 0)) {
            world.tally.contradict();
        }
        return g;
    }

    private void leave(BatchCursor e, int g, byte status) {
        goroutines.setStatus(g, status);
        threads.setGoroutine(e.thread(), Threads.NONE);
    }
}
