package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Garbage collection, pauses, heap and the number of Ps.
final class RuntimeRules {
    private final World world;
    private final Row row;
    private boolean gcKnown;
    private long gcSequence;
    /// Who stops the world, and why: there is only one at a time.
    private int pausing = -1;
    private int pauseKind;

    RuntimeRules(World world) {
        this.world = world;
        this.row = world.row;
    }

    Answer procsChange(BatchCursor e) {
        row.a(e.arg0()).stack(world.tables.stack(e.arg1()));
        return Answer.ADVANCED;
    }

    Answer pauseBegin(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return world.tally.drop();
        }
        int kind = world.tables.string(e.arg0());
        row.aboutGoroutine(g).a(kind).stack(world.tables.stack(e.arg1()));
        pausing = g;
        pauseKind = kind;
        return Answer.ADVANCED;
    }

    Answer pauseEnd(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return world.tally.drop();
        }
        row.aboutGoroutine(g).a(g == pausing ? pauseKind : 0);
        return Answer.ADVANCED;
    }

    /// A cycle was under way when the generation began. The first event of the collector sets its counter.
    Answer gcActive(BatchCursor e) {
        if (gcKnown && e.arg0() != gcSequence + 1) {
            return Answer.NOT_YET;
        }
        row.a(e.arg0());
        adopt(e.arg0());
        return Answer.ADVANCED;
    }

    Answer gcBegin(BatchCursor e) {
        if (gcKnown && e.arg0() != gcSequence + 1) {
            return Answer.NOT_YET;
        }
        row.a(e.arg0()).stack(world.tables.stack(e.arg1()));
        adopt(e.arg0());
        return Answer.ADVANCED;
    }

    Answer gcEnd(BatchCursor e) {
        if (!gcKnown || e.arg0() != gcSequence + 1) {
            return Answer.NOT_YET;
        }
        row.a(e.arg0());
        adopt(e.arg0());
        return Answer.ADVANCED;
    }

    /// Sets the collector's counter, so that the event of number `sequence` + 1 is the next one.
    void adopt(long sequence) {
        gcKnown = true;
        gcSequence = sequence;
    }

    Answer sweepActive(BatchCursor e) {
        int p = world.procs.find(e.arg0());
        if (p < 0) {
            return world.tally.drop();
        }
        row.aboutProc(p);
        return Answer.ADVANCED;
    }

    Answer sweepBegin(BatchCursor e) {
        int p = row.proc();
        if (p < 0) {
            return world.tally.drop();
        }
        row.aboutProc(p).stack(world.tables.stack(e.arg0()));
        return Answer.ADVANCED;
    }

    Answer sweepEnd(BatchCursor e) {
        int p = row.proc();
        if (p < 0) {
            return world.tally.drop();
        }
        row.aboutProc(p).a(e.arg0()).b(e.arg1());
        return Answer.ADVANCED;
    }

    Answer assistActive(BatchCursor e) {
        int g = world.goroutines.find(e.arg0());
        if (g < 0) {
            return world.tally.drop();
        }
        row.aboutGoroutine(g);
        return Answer.ADVANCED;
    }

    Answer assistBegin(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return world.tally.drop();
        }
        row.aboutGoroutine(g).stack(world.tables.stack(e.arg0()));
        return Answer.ADVANCED;
    }

    Answer assistEnd(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return world.tally.drop();
        }
        row.aboutGoroutine(g);
        return Answer.ADVANCED;
    }

    Answer heap(BatchCursor e) {
        row.a(e.arg0());
        return Answer.ADVANCED;
    }

    Answer label(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return world.tally.drop();
        }
        row.aboutGoroutine(g).a(world.tables.string(e.arg0()));
        return Answer.ADVANCED;
    }
}
