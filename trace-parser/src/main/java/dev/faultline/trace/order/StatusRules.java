package dev.faultline.trace.order;

import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;

/// Statuses: what was so when the generation began, and the start of the sequence numbers.
final class StatusRules {
    private final World world;
    private final Goroutines goroutines;
    private final Procs procs;
    private final Threads threads;

    StatusRules(World world) {
        this.world = world;
        this.goroutines = world.goroutines;
        this.procs = world.procs;
        this.threads = world.threads;
    }

    boolean proc(BatchCursor e) {
        int p = procs.find(e.arg0());
        long status = e.arg1();
        if (p < 0 || status < Procs.RUNNING || status > Procs.ABANDONED) {
            return world.tally.skip();
        }
        byte known = procs.status(p);
        if (known == Procs.SYSCALL && status == Procs.ABANDONED) {
            // the thread in the call still holds it, and the event is that thread's
            world.aboutProc(e, p, threads.holding(p)).a(status);
            procs.set(p, Procs.SYSCALL, 0);
            return true;
        }
        if (known != Procs.UNKNOWN && known != status) {
            world.tally.contradict();
        }
        world.aboutProc(e, p).a(status);
        procs.set(p, (byte) status, 0);
        if (status == Procs.RUNNING || status == Procs.SYSCALL) {
            threads.setProc(e.thread(), p);
        }
        return true;
    }

    boolean goroutine(BatchCursor e) {
        long status = e.arg2();
        if (status < Goroutines.RUNNABLE || status > Goroutines.WAITING) {
            return world.tally.skip();
        }
        int g = goroutines.add(e.arg0());
        byte known = goroutines.status(g);
        if (known != Goroutines.UNKNOWN && known != status) {
            world.tally.contradict();
        }
        int named = e.arg1() == Batch.NO_THREAD ? Threads.NONE : threads.add(e.arg1());
        int on = e.thread();
        if (status == Goroutines.SYSCALL && named >= 0 || status == Goroutines.RUNNING && on < 0) {
            on = named;
        }
        RowWriter row = world.aboutGoroutine(e, g, on).a(status).b(named);
        if (e.type() == EventType.GO_STATUS_STACK) {
            row.stack(world.tables.stack(e.arg3()));
        }
        goroutines.set(g, (byte) status, 0);
        if (status == Goroutines.RUNNING || status == Goroutines.SYSCALL) {
            bind(g, on);
        }
        return true;
    }

    private void bind(int g, int m) {
        int held = threads.goroutine(m);
        if (held >= 0 && held != g) {
            world.tally.contradict();
        }
        threads.setGoroutine(m, g);
    }
}
