package dev.faultline.trace.order;

import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.event.Rows;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.wire.BatchCursor;

/// Writes ordered events, each at its time.
///
/// Clocks of different cores may disagree: a time is moved up where its thread, P or goroutine would go back. What stands
/// in a batch without thread holds since the generation's start.
final class RowSink {
    private final SchedulerState state;
    private final RowWriter rows;
    private final long start;
    /// Latest time of an event in a batch without thread: it places no row, but the trace lasted until then.
    private long latest;
    /// The largest time of an event's row so far: what anything named by rows was last seen at is not later.
    private long newest;

    /// @param start of the generation, in clock units
    RowSink(SchedulerState state, RowWriter rows, long start) {
        this.state = state;
        this.rows = rows;
        this.start = start;
    }

    /// Writes the present row of the world for an event.
    void write(BatchCursor e) {
        Row row = state.row;
        int subject = row.subjectGoroutine() >= 0 ? row.subjectGoroutine() : row.subjectProc();
        rows.row(e.type(), time(e, row)).context(row.thread(), row.proc(), row.goroutine()).subject(subject)
                .stack(row.stack()).a(row.a()).b(row.b()).c(row.c());
    }

    /// Writes a CPU sample. It changes nothing, but is not earlier than what it names.
    void writeSample(long units, int stack) {
        Row row = state.row;
        rows.row(EventType.CPU_SAMPLE, Math.max(units, floor(row)))
                .context(row.thread(), row.proc(), row.goroutine()).subject(row.goroutine()).stack(stack);
    }

    private long time(BatchCursor e, Row row) {
        long units = e.time();
        if (e.thread() < 0) {
            latest = Math.max(latest, units);
            units = start;
        }
        long t = units;
        if (units < newest) {
            t = Math.max(units, floor(row));
        } else {
            newest = units; // nothing that the row names can be later
        }
        if (row.thread() >= 0) {
            state.threads.setLastTime(row.thread(), t);
        }
        if (row.causedThread() >= 0) {
            int caused = row.causedThread();
            state.threads.setLastTime(caused, Math.max(t, state.threads.lastTime(caused)));
        }
        if (row.proc() >= 0) {
            state.procs.setLastTime(row.proc(), t);
        }
        if (row.goroutine() >= 0) {
            state.goroutines.setLastTime(row.goroutine(), t);
        }
        if (row.subjectGoroutine() >= 0) {
            state.goroutines.setLastTime(row.subjectGoroutine(), t);
        } else if (row.subjectProc() >= 0) {
            state.procs.setLastTime(row.subjectProc(), t);
        }
        return t;
    }

    /// The latest time so far of all that a row names.
    private long floor(Row row) {
        long t = 0;
        if (row.thread() >= 0) {
            t = state.threads.lastTime(row.thread());
        }
        if (row.proc() >= 0) {
            t = Math.max(t, state.procs.lastTime(row.proc()));
        }
        if (row.goroutine() >= 0) {
            t = Math.max(t, state.goroutines.lastTime(row.goroutine()));
        }
        if (row.subjectGoroutine() >= 0) {
            t = Math.max(t, state.goroutines.lastTime(row.subjectGoroutine()));
        } else if (row.subjectProc() >= 0) {
            t = Math.max(t, state.procs.lastTime(row.subjectProc()));
        }
        return t;
    }

    /// When the last event was written, in clock units.
    long latest() {
        return Math.max(latest, rows.lastTime());
    }

    Rows finish() {
        return rows.finish();
    }
}
