package dev.faultline.trace.order;

import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.event.Rows;
import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.CpuSample;

/// Writes ordered events, each at its time.
///
/// Clocks of different cores may disagree: a time is moved up where its thread, P or goroutine would go back. What stands
/// in a batch without thread holds since the generation's start.
final class RowSink implements Sink {
    private static final boolean[] PROC_SUBJECTS = EventTable.procSubjects();

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

    /// Writes the present row of the state for an event.
    @Override
    public void write(BatchCursor e) {
        Row row = state.row;
        int type = e.typeId();
        boolean ofProc = PROC_SUBJECTS[type];
        long t = time(e, row, ofProc);
        remember(row, ofProc, t);
        rows.add(type, t).context(row.thread(), row.proc(), row.goroutine()).about(row.subject(), row.stack(), row.a());
        if (row.causedThread() >= 0 || (row.b() | row.c()) != 0) {
            writeRare(row, t);
        }
    }

    private void writeRare(Row row, long t) {
        rows.b(row.b()).c(row.c());
        int caused = row.causedThread();
        if (caused >= 0) {
            state.threads.setLastTime(caused, Math.max(t, state.threads.lastTime(caused)));
        }
        row.clearRare();
    }

    /// Writes a CPU sample. It changes nothing, but is not earlier than what it names.
    @Override
    public void write(CpuSample sample, int stack) {
        Row row = state.row;
        rows.row(EventType.CPU_SAMPLE, Math.max(sample.time(), floor(row, false)))
                .context(row.thread(), row.proc(), row.goroutine()).subject(row.goroutine()).stack(stack);
    }

    private long time(BatchCursor e, Row row, boolean ofProc) {
        long units = e.time();
        if (e.thread() < 0) {
            latest = Math.max(latest, units);
            units = start;
        }
        if (units < newest) {
            return Math.max(units, floor(row, ofProc));
        }
        newest = units; // nothing that the row names can be later
        return units;
    }

    /// Notes when what a row names was last seen.
    private void remember(Row row, boolean ofProc, long t) {
        if (row.thread() >= 0) {
            state.threads.setLastTime(row.thread(), t);
        }
        if (row.proc() >= 0) {
            state.procs.setLastTime(row.proc(), t);
        }
        if (row.goroutine() >= 0) {
            state.goroutines.setLastTime(row.goroutine(), t);
        }
        int subject = row.subject();
        if (subject >= 0) {
            if (ofProc) {
                state.procs.setLastTime(subject, t);
            } else {
                state.goroutines.setLastTime(subject, t);
            }
        }
    }

    /// The latest time so far of all that a row names.
    private long floor(Row row, boolean ofProc) {
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
        int subject = row.subject();
        if (subject >= 0) {
            t = Math.max(t, ofProc ? state.procs.lastTime(subject) : state.goroutines.lastTime(subject));
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
