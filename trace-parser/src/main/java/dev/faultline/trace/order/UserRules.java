package dev.faultline.trace.order;

import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.wire.BatchCursor;

/// What programs annotate, and what experiments add. Nothing of it depends on the scheduler or changes it.
final class UserRules {
    private final World world;

    UserRules(World world) {
        this.world = world;
    }

    boolean taskBegin(BatchCursor e) {
        world.row(e).subject(-1).a(e.arg0()).b(e.arg1()).c(world.tables.string(e.arg2()))
                .stack(world.tables.stack(e.arg3()));
        return true;
    }

    boolean taskEnd(BatchCursor e) {
        world.row(e).subject(-1).a(e.arg0()).stack(world.tables.stack(e.arg1()));
        return true;
    }

    boolean region(BatchCursor e) {
        int g = world.threads.goroutine(e.thread());
        if (g < 0) {
            return world.tally.skip();
        }
        world.aboutGoroutine(e, g).a(e.arg0()).b(world.tables.string(e.arg1())).stack(world.tables.stack(e.arg2()));
        return true;
    }

    boolean log(BatchCursor e) {
        int g = world.threads.goroutine(e.thread());
        RowWriter row = g < 0 ? world.row(e).subject(-1) : world.aboutGoroutine(e, g);
        row.a(e.arg0()).b(world.tables.string(e.arg1())).c(world.tables.string(e.arg2()))
                .stack(world.tables.stack(e.arg3()));
        return true;
    }

    boolean experimental(BatchCursor e) {
        int args = EventType.timedArgs(e.type().id());
        RowWriter row = world.row(e).subject(-1).a(e.arg0());
        if (args > 1) {
            row.b(e.arg1());
        }
        if (args > 2) {
            row.c(e.arg2());
        }
        return true;
    }
}
