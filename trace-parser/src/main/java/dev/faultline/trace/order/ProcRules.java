package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Ps change hands.
final class ProcRules {
    private final World world;
    private final Procs procs;
    private final Threads threads;

    ProcRules(World world) {
        this.world = world;
        this.procs = world.procs;
        this.threads = world.threads;
    }

    /// The thread takes an idle P. It waits, too, while the thread still holds one: then the steal of that P, recorded by
    /// another thread, is still to come.
    boolean start(BatchCursor e) {
        int m = e.thread();
        int p = procs.find(e.arg0());
        if (m < 0 || p < 0) {
            return world.tally.skip();
        }
        if (procs.status(p) != Procs.IDLE || !procs.next(p, e.arg1()) || threads.proc(m) >= 0) {
            return false;
        }
        world.aboutProc(e, p);
        procs.set(p, Procs.RUNNING, e.arg1());
        threads.setProc(m, p);
        return true;
    }

    boolean stop(BatchCursor e) {
        int m = e.thread();
        int p = threads.proc(m);
        if (p < 0) {
            return world.tally.skip();
        }
        if (procs.status(p) != Procs.RUNNING && procs.status(p) != Procs.SYSCALL) {
            world.tally.contradict();
        }
        world.aboutProc(e, p);
        procs.setStatus(p, Procs.IDLE);
        threads.setProc(m, Threads.NONE);
        return true;
    }

    /// A P whose goroutine is in a system call goes idle. The thread that held it may be this one, and is nobody when the
    /// P was abandoned.
    boolean steal(BatchCursor e) {
        int p = procs.find(e.arg0());
        if (e.thread() < 0 || p < 0) {
            return world.tally.skip();
        }
        byte status = procs.status(p);
        if (status != Procs.SYSCALL && status != Procs.ABANDONED || !procs.next(p, e.arg1())) {
            return false;
        }
        int victim = status == Procs.ABANDONED ? Threads.NONE : victim(p, e.arg2());
        world.aboutProc(e, p).a(victim);
        world.causes(victim); // it comes back from its system call without the P
        procs.set(p, Procs.IDLE, e.arg1());
        threads.setProc(victim, Threads.NONE);
        return true;
    }

    private int victim(int p, long threadId) {
        int named = threads.find(threadId);
        if (named >= 0 && threads.proc(named) == p) {
            return named;
        }
        world.tally.contradict();
        return threads.holding(p);
    }
}
