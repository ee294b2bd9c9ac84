package dev.faultline.trace.order;

import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.wire.BatchCursor;

/// What programs annotate, and what experiments add. Nothing of it depends on the scheduler or changes it.
final class UserRules {
    private final World world;
    private final Row row;

    UserRules(World world) {
        this.world = world;
        this.row = world.row;
    }

    Answer taskBegin(BatchCursor e) {
        row.a(e.arg0()).b(e.arg1()).c(world.tables.string(e.arg2()))
                .stack(world.tables.stack(e.arg3()));
        return Answer.ADVANCED;
    }

    Answer taskEnd(BatchCursor e) {
        row.a(e.arg0()).stack(world.tables.stack(e.arg1()));
        return Answer.ADVANCED;
    }

    Answer region(BatchCursor e) {
        int g = row.goroutine();
        if (g < 0) {
            return world.tally.drop();
        }
        row.aboutGoroutine(g).a(e.arg0()).b(world.tables.string(e.arg1())).stack(world.tables.stack(e.arg2()));
        return Answer.ADVANCED;
    }

    Answer log(BatchCursor e) {
        row.aboutGoroutine(row.goroutine()).a(e.arg0()).b(world.tables.string(e.arg1()))
                .c(world.tables.string(e.arg2()))
                .stack(world.tables.stack(e.arg3()));
        return Answer.ADVANCED;
    }

    Answer experimental(BatchCursor e) {
        int args = EventTable.timedArgs(e.type().id());
        row.a(e.arg0());
        if (args > 1) {
            row.b(e.arg1());
        }
        if (args > 2) {
            row.c(e.arg2());
        }
        return Answer.ADVANCED;
    }
}
