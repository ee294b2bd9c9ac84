package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;

/// Garbage collection, pauses, heap and the number of Ps.
final class RuntimeRules {
    private final SchedulerState state;
    private final Row row;
    private boolean gcKnown;
    private long gcSequence;
    /// Who stops the world, and why: there is only one at a time.
    private int pausing = -1;
    private int pauseKind;

    RuntimeRules(SchedulerState state) {
        this.state = state;
        this.row = state.row;
    }

    Readiness procsChange(BatchCursor e) {
        row.a(e.arg0()).stack(state.tables.stack(e.arg1()));
        return Readiness.ADVANCED;
    }

    Readiness pauseBegin(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return state.tally.drop();
        }
        int kind = state.tables.string(e.arg0());
        row.about(g).a(kind).stack(state.tables.stack(e.arg1()));
        pausing = g;
        pauseKind = kind;
        return Readiness.ADVANCED;
    }

    Readiness pauseEnd(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g).a(g == pausing ? pauseKind : 0);
        return Readiness.ADVANCED;
    }

    /// A cycle was under way when the generation began. The first event of the collector sets its counter.
    Readiness gcActive(BatchCursor e) {
        if (gcKnown && e.arg0() != gcSequence + 1) {
            return Readiness.NOT_YET;
        }
        row.a(e.arg0());
        adopt(e.arg0());
        return Readiness.ADVANCED;
    }

    Readiness gcBegin(BatchCursor e) {
        if (gcKnown && e.arg0() != gcSequence + 1) {
            return Readiness.NOT_YET;
        }
        row.a(e.arg0()).stack(state.tables.stack(e.arg1()));
        adopt(e.arg0());
        return Readiness.ADVANCED;
    }

    Readiness gcEnd(BatchCursor e) {
        if (!gcKnown || e.arg0() != gcSequence + 1) {
            return Readiness.NOT_YET;
        }
        row.a(e.arg0());
        adopt(e.arg0());
        return Readiness.ADVANCED;
    }

    /// Sets the collector's counter, so that the event of number `sequence` + 1 is the next one.
    void adopt(long sequence) {
        gcKnown = true;
        gcSequence = sequence;
    }

    Readiness sweepActive(BatchCursor e) {
        int p = state.procs.find(e.arg0());
        if (p < 0) {
            return state.tally.drop();
        }
        row.about(p);
        return Readiness.ADVANCED;
    }

    Readiness sweepBegin(BatchCursor e) {
        int p = row.proc();
        if (p < 0) {
            return state.tally.drop();
        }
        row.about(p).stack(state.tables.stack(e.arg0()));
        return Readiness.ADVANCED;
    }

    Readiness sweepEnd(BatchCursor e) {
        int p = row.proc();
        if (p < 0) {
            return state.tally.drop();
        }
        row.about(p).a(e.arg0()).b(e.arg1());
        return Readiness.ADVANCED;
    }

    Readiness assistActive(BatchCursor e) {
        int g = state.goroutines.find(e.arg0());
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g);
        return Readiness.ADVANCED;
    }

    Readiness assistBegin(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g).stack(state.tables.stack(e.arg0()));
        return Readiness.ADVANCED;
    }

    Readiness assistEnd(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g);
        return Readiness.ADVANCED;
    }

    Readiness heap(BatchCursor e) {
        row.a(e.arg0());
        return Readiness.ADVANCED;
    }

    Readiness label(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g).a(state.tables.string(e.arg0()));
        return Readiness.ADVANCED;
    }
}
