package dev.faultline.model;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Strings;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/// Collects [MutatorUtilization]: counts per P what keeps it from the program, and all Ps during a GC pause.
final class UtilizationBuilder {
    private final Strings strings;
    private final LongArrayList times = new LongArrayList();
    private final DoubleArrayList shares = new DoubleArrayList();
    /// GC work under way by P; only the first [#procs] count.
    private int[] work = {};
    private int procs;
    private int pauses;

    UtilizationBuilder(Strings strings) {
        this.strings = strings;
    }

    /// GOMAXPROCS as announced; nothing can be said before the first announcement.
    void procs(EventCursor e) {
        int count = Math.clamp(e.a(), 0, ProcBuilder.MOST);
        if (times.isEmpty() && count > 0) {
            times.add(e.time());
            shares.add(1);
        }
        if (count > work.length) {
            work = Arrays.copyOf(work, count);
        }
        if (count > procs) {
            Arrays.fill(work, procs, count, 0);
        }
        procs = count;
        record(e.time());
    }

    void pauseBegins(EventCursor e) {
        pause(e, 1);
    }

    void pauseEnds(EventCursor e) {
        pause(e, -1);
    }

    private void pause(EventCursor e, int step) {
        if (procs > 0 && strings.get((int) e.a()).contains("GC")) {
            pauses += step;
            record(e.time());
        }
    }

    /// A goroutine that does GC work began (1) or ceased (-1) to execute, or GC work began or ended on one that
    /// executes.
    void moved(EventCursor e, int step) {
        int proc = e.proc();
        if (step != 0 && proc >= 0 && proc < procs) {
            work[proc] += step;
            record(e.time());
        }
    }

    /// A label names a background worker. As in the reference, one is counted whenever it executes from then on; only
    /// idle-time workers take nothing from the program.
    void label(EventCursor e, GoroutineColumns goroutines) {
        String label = strings.get((int) e.a());
        if (label.startsWith("GC ") && !label.equals("GC (idle)")) {
            if (!goroutines.gcWork[e.subject()]) {
                goroutines.gcWork[e.subject()] = true;
                moved(e, 1);
            }
        }
    }

    /// GC work turns out to have been under way since the beginning: takes one P's share off all that was said so far.
    void sinceBegin() {
        for (int i = 0; procs > 0 && i < shares.size(); i++) {
            shares.set(i, Math.max(0, shares.getDouble(i) - 1.0 / procs));
        }
    }

    private void record(long time) {
        if (times.isEmpty() || procs == 0) {
            return;
        }
        int busy = 0;
        for (int p = 0; p < procs; p++) {
            busy += work[p] > 0 ? 1 : 0;
        }
        add(time, pauses > 0 ? 0 : 1 - (double) busy / procs);
    }

    private void add(long time, double share) {
        int last = times.size() - 1;
        if (share == shares.getDouble(last)) {
            return;
        }
        if (time <= times.getLong(last)) {
            shares.set(last, Math.min(share, shares.getDouble(last)));
        } else {
            times.add(time);
            shares.add(share);
        }
    }

    MutatorUtilization finish(long end) {
        if (!times.isEmpty() && end > times.getLong(times.size() - 1)) {
            times.add(end);
            shares.add(0);
        }
        return new MutatorUtilization(times.toLongArray(), shares.toDoubleArray());
    }
}
