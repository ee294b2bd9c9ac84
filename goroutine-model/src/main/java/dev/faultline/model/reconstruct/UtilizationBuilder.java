package dev.faultline.model.reconstruct;

import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.replay.ProcStates;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Strings;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/// Collects [MutatorUtilization] twice: as it was, and as Go's internal/trace/gc.go (1.27) computes it.
///
/// That code never forgets that a goroutine is a background worker, and counts it both when it starts and when its
/// label comes, so from its second run on a P seems busy with GC forever; its curve ends where no P seems free any more.
/// The summary gives that figure, since it is to agree with Go's tools; views and rules use the true one.
final class UtilizationBuilder {
    /// Bits of what a goroutine does: a mark assist, a labelled worker's run, and that it ever was a worker.
    private static final int ASSIST = 1;
    private static final int WORKER = 2;
    private static final int WAS_WORKER = 4;

    private final Strings strings;
    private final Curve actual = new Curve();
    private final Curve reference = new Curve();

    UtilizationBuilder(Strings strings) {
        this.strings = strings;
    }

    /// GOMAXPROCS as announced; nothing can be said before the first announcement.
    void procs(EventCursor e) {
        int count = Math.clamp(e.a(), 0, ProcStates.MOST);
        actual.procs(count, e.time());
        reference.procs(count, e.time());
    }

    void pauseBegins(EventCursor e) {
        pause(e, 1);
    }

    void pauseEnds(EventCursor e) {
        pause(e, -1);
    }

    /// Pauses whose end is missing are over at a time.
    void pausesAreOver(long time) {
        actual.pause(-actual.pauses, time);
        reference.pause(-reference.pauses, time);
    }

    private void pause(EventCursor e, int step) {
        if (strings.get((int) e.a()).contains("GC")) {
            actual.pause(step, e.time());
            reference.pause(step, e.time());
        }
    }

    /// A label names a background worker until it stops. Idle-time workers take nothing from the program.
    void label(EventCursor e, byte[] gcWork) {
        String label = strings.get((int) e.a());
        if (label.startsWith("GC ") && !label.equals("GC (idle)")) {
            gcWork[e.subject()] |= WORKER | WAS_WORKER;
            actual.work(e.proc(), 1, e.time());
            reference.work(e.proc(), 1, e.time());
        }
    }

    /// The subject assists from now on.
    void assist(EventCursor e, byte[] gcWork) {
        gcWork[e.subject()] |= ASSIST;
        actual.work(e.proc(), 1, e.time());
        reference.work(e.proc(), 1, e.time());
    }

    void assistEnds(EventCursor e, byte[] gcWork) {
        gcWork[e.subject()] &= ~ASSIST;
        actual.work(e.proc(), -1, e.time());
        reference.work(e.proc(), -1, e.time());
    }

    /// An assist turns out to have been under way, on a P, since the trace began.
    void assistSinceBegin() {
        actual.busySinceBegin();
        reference.busySinceBegin();
    }

    /// A goroutine that does GC work began (1) or ceased (-1) to execute.
    ///
    /// @return what it does from now on
    byte moved(EventCursor e, byte work, int step) {
        reference.work(e.proc(), step, e.time());
        boolean counts = (work & ASSIST) != 0 || step < 0 && (work & WORKER) != 0;
        if (counts) {
            actual.work(e.proc(), step, e.time());
        }
        return (byte) (work & ~WORKER);
    }

    MutatorUtilization actual(long end) {
        return actual.finishAt(end);
    }

    MutatorUtilization reference(long end) {
        if (!reference.times.isEmpty()) {
            reference.add(end, 0);
        }
        return reference.finish();
    }

    /// One curve: counts per P what keeps it from the program, and all Ps during a GC pause.
    private static final class Curve {
        private final LongArrayList times = new LongArrayList();
        private final DoubleArrayList shares = new DoubleArrayList();
        /// GC work under way by P; only the first [#procs] count.
        private int[] work = {};
        private int procs;
        private int pauses;

        void procs(int count, long time) {
            if (times.isEmpty() && count > 0) {
                times.add(time);
                shares.add(1);
            }
            if (count > work.length) {
                work = Arrays.copyOf(work, count);
            }
            if (count > procs) {
                Arrays.fill(work, procs, count, 0);
            }
            procs = count;
            record(time);
        }

        void pause(int step, long time) {
            if (procs > 0) {
                pauses += step;
                record(time);
            }
        }

        void work(int proc, int step, long time) {
            if (proc >= 0 && proc < procs) {
                work[proc] += step;
                record(time);
            }
        }

        void busySinceBegin() {
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

        /// Ends the last step where the trace ends.
        MutatorUtilization finishAt(long end) {
            if (!times.isEmpty()) {
                times.add(Math.max(end, times.getLong(times.size() - 1)));
                shares.add(shares.getDouble(shares.size() - 1));
            }
            return finish();
        }

        MutatorUtilization finish() {
            return new MutatorUtilization(times.toLongArray(), shares.toDoubleArray());
        }
    }
}
