package dev.faultline.trace.order;

import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.Tables;

/// The emulated scheduler of one generation, and where its events go.
final class World {
    final Goroutines goroutines = new Goroutines();
    final Procs procs = new Procs();
    final Threads threads;
    final Tables tables;
    final Tally tally = new Tally();
    private final RowWriter rows;
    private final long start;
    private long now;
    /// Latest time of an event in a batch without thread: it places no row, but the trace lasted until then.
    private long latest;

    /// @param threads the writers of the generation's batches, holding nothing yet
    /// @param start time of the generation's start: that of what stands in batches without thread
    World(Tables tables, Threads threads, RowWriter rows, long start) {
        this.tables = tables;
        this.threads = threads;
        this.rows = rows;
        this.start = start;
    }

    RowWriter rows() {
        return rows;
    }

    /// A row for an event without a subject, in the context of its thread.
    RowWriter row(BatchCursor e) {
        return row(e, e.thread(), 0);
    }

    /// A row for an event about a goroutine.
    RowWriter aboutGoroutine(BatchCursor e, int g) {
        return aboutGoroutine(e, g, e.thread());
    }

    /// The same in the context of another thread than the writer.
    RowWriter aboutGoroutine(BatchCursor e, int g, int m) {
        RowWriter row = row(e, m, goroutines.lastTime(g));
        goroutines.setLastTime(g, now);
        return row.subject(g);
    }

    /// A row for an event about a P.
    RowWriter aboutProc(BatchCursor e, int p) {
        return aboutProc(e, p, e.thread());
    }

    /// The same in the context of another thread than the writer.
    RowWriter aboutProc(BatchCursor e, int p, int m) {
        RowWriter row = row(e, m, procs.lastTime(p));
        procs.setLastTime(p, now);
        return row.subject(p);
    }

    /// What a thread records from now on comes after the last row, whatever its clock says: that row caused it.
    void causes(int m) {
        if (m >= 0) {
            threads.setLastTime(m, Math.max(threads.lastTime(m), now));
        }
    }

    /// When the last event was written, in clock units.
    long latest() {
        return Math.max(latest, rows.lastTime());
    }

    /// Clocks of different cores may disagree: no thread, P or goroutine may go back in time.
    ///
    /// @param floor the earliest time that the subject allows
    private RowWriter row(BatchCursor e, int m, long floor) {
        int p = threads.proc(m);
        int g = threads.goroutine(m);
        long t = e.time();
        if (e.thread() < 0) {
            latest = Math.max(latest, t);
            t = start;
        }
        t = Math.max(t, floor);
        if (m >= 0) {
            t = Math.max(t, threads.lastTime(m));
            threads.setLastTime(m, t);
        }
        if (p >= 0) {
            t = Math.max(t, procs.lastTime(p));
            procs.setLastTime(p, t);
        }
        if (g >= 0) {
            t = Math.max(t, goroutines.lastTime(g));
            goroutines.setLastTime(g, t);
        }
        now = t;
        return rows.row(e.type(), t).context(m, p, g);
    }
}
