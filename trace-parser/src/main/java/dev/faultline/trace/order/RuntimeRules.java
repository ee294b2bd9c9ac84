package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Garbage collection, pauses, heap and the number of Ps.
final class RuntimeRules {
    private final World world;
    private boolean gcKnown;
    private long gcSequence;

    RuntimeRules(World world) {
        this.world = world;
    }

    boolean procsChange(BatchCursor e) {
        world.row(e).subject(-1).a(e.arg0()).stack(world.tables.stack(e.arg1()));
        return true;
    }

    boolean pauseBegin(BatchCursor e) {
        int g = world.threads.goroutine(e.thread());
        if (g < 0) {
            return world.tally.skip();
        }
        int kind = world.tables.string(e.arg0());
        world.aboutGoroutine(e, g).a(kind).stack(world.tables.stack(e.arg1()));
        world.goroutines.setPause(g, kind);
        return true;
    }

    boolean pauseEnd(BatchCursor e) {
        int g = world.threads.goroutine(e.thread());
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g).a(world.goroutines.pause(g));
        world.goroutines.setPause(g, 0);
        return true;
    }

    /// A cycle was under way when the generation began. The first event of the collector sets its counter.
    boolean gcActive(BatchCursor e) {
        if (gcKnown && e.arg0() != gcSequence + 1) {
            return false;
        }
        world.row(e).subject(-1).a(e.arg0());
        adopt(e.arg0());
        return true;
    }

    boolean gcBegin(BatchCursor e) {
        if (gcKnown && e.arg0() != gcSequence + 1) {
            return false;
        }
        world.row(e).subject(-1).a(e.arg0()).stack(world.tables.stack(e.arg1()));
        adopt(e.arg0());
        return true;
    }

    boolean gcEnd(BatchCursor e) {
        if (!gcKnown || e.arg0() != gcSequence + 1) {
            return false;
        }
        world.row(e).subject(-1).a(e.arg0());
        adopt(e.arg0());
        return true;
    }

    /// Sets the collector's counter, so that the event of number `sequence` + 1 is the next one.
    void adopt(long sequence) {
        gcKnown = true;
        gcSequence = sequence;
    }

    boolean sweepActive(BatchCursor e) {
        int p = world.procs.find(e.arg0());
        if (p < 0) {
            return world.tally.skip();
        }
        world.aboutProc(e, p);
        return true;
    }

    boolean sweepBegin(BatchCursor e) {
        int p = world.threads.proc(e.thread());
        if (p < 0) {
            return world.tally.skip();
        }
        world.aboutProc(e, p).stack(world.tables.stack(e.arg0()));
        return true;
    }

    boolean sweepEnd(BatchCursor e) {
        int p = world.threads.proc(e.thread());
        if (p < 0) {
            return world.tally.skip();
        }
        world.aboutProc(e, p).a(e.arg0()).b(e.arg1());
        return true;
    }

    boolean assistActive(BatchCursor e) {
        int g = world.goroutines.find(e.arg0());
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g);
        return true;
    }

    boolean assistBegin(BatchCursor e) {
        int g = world.threads.goroutine(e.thread());
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g).stack(world.tables.stack(e.arg0()));
        return true;
    }

    boolean assistEnd(BatchCursor e) {
        int g = world.threads.goroutine(e.thread());
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g);
        return true;
    }

    boolean heap(BatchCursor e) {
        world.row(e).subject(-1).a(e.arg0());
        return true;
    }

    boolean label(BatchCursor e) {
        int g = world.threads.goroutine(e.thread());
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g).a(world.tables.string(e.arg0()));
        return true;
    }
}
