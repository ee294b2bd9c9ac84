package dev.faultline.trace.order;

import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.wire.BatchCursor;

/// What programs annotate, and what experiments add. Nothing of it depends on the scheduler or changes it.
final class UserRules {
    private final SchedulerState state;
    private final Row row;

    UserRules(SchedulerState state) {
        this.state = state;
        this.row = state.row;
    }

    Readiness taskBegin(BatchCursor e) {
        row.a(e.arg0()).b(e.arg1()).c(state.tables.string(e.arg2()))
                .stack(state.tables.stack(e.arg3()));
        return Readiness.ADVANCED;
    }

    Readiness taskEnd(BatchCursor e) {
        row.a(e.arg0()).stack(state.tables.stack(e.arg1()));
        return Readiness.ADVANCED;
    }

    Readiness region(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return state.tally.drop();
        }
        row.about(g).a(e.arg0()).b(state.tables.string(e.arg1())).stack(state.tables.stack(e.arg2()));
        return Readiness.ADVANCED;
    }

    Readiness log(BatchCursor e) {
        row.about(row.goroutine()).a(e.arg0()).b(state.tables.string(e.arg1()))
                .c(state.tables.string(e.arg2()))
                .stack(state.tables.stack(e.arg3()));
        return Readiness.ADVANCED;
    }

    Readiness experimental(BatchCursor e) {
        int args = EventTable.timedArgs(e.type().id());
        row.a(e.arg0());
        if (args > 1) {
            row.b(e.arg1());
        }
        if (args > 2) {
            row.c(e.arg2());
        }
        return Readiness.ADVANCED;
    }
}
