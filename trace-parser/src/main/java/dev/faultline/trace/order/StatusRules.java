package dev.faultline.trace.order;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;

/// Statuses: what was so when the generation began, and the start of the sequence numbers.
final class StatusRules {
    private final World world;
    private final Row row;
    private final Goroutines goroutines;
    private final Procs procs;
    private final Threads threads;

    StatusRules(World world) {
        this.world = world;
        this.row = world.row;
        this.goroutines = world.goroutines;
        this.procs = world.procs;
        this.threads = world.threads;
    }

    Answer proc(BatchCursor e) {
        int p = procs.find(e.arg0());
        long status = e.arg1();
        if (p < 0 || status < Procs.RUNNING || status > Procs.ABANDONED) {
            return world.tally.drop();
        }
        byte known = procs.status(p);
        if (known == Procs.SYSCALL && status == Procs.ABANDONED) {
            // the thread in the call still holds it, and the event is that thread's
            row.context(threads.holding(p), threads);
            row.aboutProc(p).a(status);
            procs.set(p, Procs.SYSCALL, 0);
            return Answer.ADVANCED;
        }
        if (known != Procs.UNKNOWN && known != status) {
            world.tally.contradict();
        }
        row.aboutProc(p).a(status);
        procs.set(p, (byte) status, 0);
        if (status == Procs.RUNNING || status == Procs.SYSCALL) {
            threads.setProc(e.thread(), p);
        }
        return Answer.ADVANCED;
    }

    Answer goroutine(BatchCursor e) {
        long status = e.arg2();
        if (status < Goroutines.RUNNABLE || status > Goroutines.WAITING) {
            return world.tally.drop();
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
        row.context(on, threads);
        row.aboutGoroutine(g).a(status).b(named);
        if (e.type() == EventType.GO_STATUS_STACK) {
            row.stack(world.tables.stack(e.arg3()));
        }
        goroutines.set(g, (byte) status, 0);
        if (status == Goroutines.RUNNING || status == Goroutines.SYSCALL) {
            bind(g, on);
        }
        return Answer.ADVANCED;
    }

    private void bind(int g, int m) {
        int held = row.goroutine();
        if (held >= 0 && held != g) {
            world.tally.contradict();
        }
        threads.setGoroutine(m, g);
    }
}
