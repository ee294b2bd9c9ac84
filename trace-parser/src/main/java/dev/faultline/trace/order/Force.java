package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Bends the state so that a waiting event becomes ready: events are missing, and this one is believed.
final class Force {
    private final World world;
    private final RuntimeRules runtime;

    Force(World world, RuntimeRules runtime) {
        this.world = world;
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
        int p = world.procs.find(e.arg0());
        release(p);
        int held = world.threads.proc(e.thread());
        if (held >= 0) {
            world.procs.setStatus(held, Procs.IDLE);
            world.threads.setProc(e.thread(), Threads.NONE);
        }
        world.procs.set(p, Procs.IDLE, e.arg1() - 1);
    }

    private void procSteal(BatchCursor e) {
        int p = world.procs.find(e.arg0());
        release(p);
        world.procs.set(p, Procs.ABANDONED, e.arg1() - 1);
    }

    private void release(int p) {
        world.threads.setProc(world.threads.holding(p), Threads.NONE);
    }

    private void goroutine(BatchCursor e, byte status) {
        int g = world.goroutines.add(e.arg0());
        world.threads.setGoroutine(world.threads.running(g), Threads.NONE);
        world.goroutines.set(g, status, e.arg1() - 1);
    }

    private void abandonProc(BatchCursor e) {
        world.procs.setStatus(world.threads.proc(e.thread()), Procs.ABANDONED);
        world.threads.setProc(e.thread(), Threads.NONE);
    }
}
