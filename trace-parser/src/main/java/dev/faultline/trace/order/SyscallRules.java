package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// System calls and cgo: a goroutine leaves Go and comes back, perhaps without its P.
final class SyscallRules {
    private final World world;
    private final Goroutines goroutines;
    private final Procs procs;
    private final Threads threads;

    SyscallRules(World world) {
        this.world = world;
        this.goroutines = world.goroutines;
        this.procs = world.procs;
        this.threads = world.threads;
    }

    /// A C thread enters Go.
    boolean create(BatchCursor e) {
        if (e.thread() < 0) {
            return world.tally.skip();
        }
        int g = goroutines.add(e.arg0());
        if (goroutines.status(g) != Goroutines.UNKNOWN || threads.goroutine(e.thread()) >= 0) {
            world.tally.contradict();
        }
        world.aboutGoroutine(e, g);
        goroutines.set(g, Goroutines.SYSCALL, 0);
        threads.setGoroutine(e.thread(), g);
        return true;
    }

    /// The P is kept, but may be stolen from now on; its sequence number tells later which call a steal hit.
    boolean begin(BatchCursor e) {
        int g = current(e, Goroutines.RUNNING);
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g).stack(world.tables.stack(e.arg1()));
        goroutines.setStatus(g, Goroutines.SYSCALL);
        int p = threads.proc(e.thread());
        if (p < 0 || !procs.next(p, e.arg0())) {
            world.tally.contradict();
        }
        if (p >= 0) {
            procs.set(p, Procs.SYSCALL, e.arg0());
        }
        return true;
    }

    /// Back with the P kept.
    boolean end(BatchCursor e) {
        int g = current(e, Goroutines.SYSCALL);
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g);
        goroutines.setStatus(g, Goroutines.RUNNING);
        int p = threads.proc(e.thread());
        if (p < 0 || procs.status(p) != Procs.SYSCALL) {
            world.tally.contradict();
        }
        if (p >= 0) {
            procs.setStatus(p, Procs.RUNNING);
        }
        return true;
    }

    /// Back with the P lost. It waits while the P is still in the call: the steal, recorded by another thread, is still
    /// to come.
    boolean endBlocked(BatchCursor e) {
        int p = threads.proc(e.thread());
        if (p >= 0 && procs.status(p) == Procs.SYSCALL) {
            return false;
        }
        int g = current(e, Goroutines.SYSCALL);
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g);
        goroutines.setStatus(g, Goroutines.RUNNABLE);
        threads.setGoroutine(e.thread(), Threads.NONE);
        return true;
    }

    /// A C thread leaves Go for good. A P that it still holds is stolen later by somebody else; until then it is
    /// abandoned, since the system may give the thread's id to another one.
    boolean destroy(BatchCursor e) {
        int g = current(e, Goroutines.SYSCALL);
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g);
        goroutines.setStatus(g, Goroutines.UNKNOWN);
        threads.setGoroutine(e.thread(), Threads.NONE);
        int p = threads.proc(e.thread());
        if (p >= 0) {
            procs.setStatus(p, Procs.ABANDONED);
            threads.setProc(e.thread(), Threads.NONE);
        }
        return true;
    }

    private int current(BatchCursor e, byte expected) {
        int g = threads.goroutine(e.thread());
        if (g >= 0 && goroutines.status(g) != expected) {
            world.tally.contradict();
        }
        return g;
    }
}
