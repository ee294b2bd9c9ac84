package dev.faultline.views.timeline.early;

import static dev.faultline.model.replay.GoroutineStates.RUNNING;

import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.ProcStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.Effect.Edge;
import dev.faultline.trace.format.Effect.Metric;
import dev.faultline.trace.format.Effect.Note;
import dev.faultline.trace.format.Effect.RangeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Listens to the replay that makes the model while a trace is read, and makes a picture after each generation. Its memory
/// does not grow with the trace, because parts of time are joined in pairs when there are too many.
public final class EarlySums implements Transitions {
    static final int MOST_BUCKETS = 2_048;
    /// Buckets are powers of two long, so that an event finds its own by a shift.
    private static final int FIRST_BUCKET_BITS = 16;
    private static final int MOST_PROCS = 64;

    private final Consumer<EarlyPicture> shown;
    private final GoroutineStates states;
    private final List<Proc> procs = new ArrayList<>();
    private int[] events = new int[MOST_BUCKETS];
    private int[] alive = new int[MOST_BUCKETS];
    private int bucketBits = FIRST_BUCKET_BITS;
    private long endNs;
    private long count;
    private int lastRow = -1;
    private int last;
    private int goroutineCount;

    /// What one P did so far.
    private static final class Proc {
        private double[] busyNs = new double[MOST_BUCKETS];
        private long since = -1;
    }

    /// @param replay that it will be told by, from the first row on
    /// @param shown takes each picture, on the thread that reads
    public EarlySums(Replay replay, Consumer<EarlyPicture> shown) {
        states = replay.states();
        this.shown = shown;
    }

    @Override
    public void generation(long startNs, int goroutines, int stacks) {
        goroutineCount = goroutines;
    }

    @Override
    public void generationEnds() {
        alive[last] = states.existing();
        shown.accept(picture());
    }

    /// Counts a row, once though more than one change is told of it.
    private void count(EventCursor e) {
        if (e.row() == lastRow) {
            return;
        }
        lastRow = e.row();
        long ns = e.time();
        while (ns >> bucketBits >= MOST_BUCKETS) {
            halve();
        }
        int bucket = (int) (ns >> bucketBits);
        alive[last] = states.existing();
        while (last < bucket) {
            last++;
            alive[last] = alive[last - 1];
        }
        endNs = Math.max(endNs, ns);
        events[bucket]++;
        count++;
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        count(e);
        if (to == RUNNING) {
            runs(e.proc(), e.time());
        } else if (states.state(slot) == RUNNING) {
            stops(e.proc(), e.time());
        }
    }

    @Override
    public void told(EventCursor e, int slot, int to, int cause, long since) {
        found(e, to);
    }

    @Override
    public void repeated(EventCursor e, int slot) {
        found(e, states.state(slot));
    }

    private void found(EventCursor e, int state) {
        count(e);
        if (state == RUNNING) {
            runs(e.proc(), e.time());
        }
    }

    @Override
    public void procMoved(EventCursor e, int proc, int from, int to) {
        count(e);
        if (to == ProcStates.IDLE) {
            stops(proc, e.time());
        }
    }

    @Override
    public void procTold(EventCursor e, int from, int to) {
        count(e);
    }

    @Override
    public void range(EventCursor e, RangeKind kind, Edge edge) {
        count(e);
    }

    @Override
    public void region(EventCursor e, Edge edge) {
        count(e);
    }

    @Override
    public void task(EventCursor e, Edge edge) {
        count(e);
    }

    @Override
    public void metric(EventCursor e, Metric metric) {
        count(e);
    }

    @Override
    public void noted(EventCursor e, Note note) {
        count(e);
    }

    @Override
    public void other(EventCursor e) {
        count(e);
    }

    private void runs(int proc, long ns) {
        if (proc >= 0 && proc < MOST_PROCS) {
            while (procs.size() <= proc) {
                procs.add(new Proc());
            }
            Proc p = procs.get(proc);
            p.since = p.since < 0 ? ns : p.since;
        }
    }

    private void stops(int proc, long ns) {
        if (proc >= 0 && proc < procs.size()) {
            Proc p = procs.get(proc);
            if (p.since >= 0) {
                spread(p.busyNs, p.since, ns);
                p.since = -1;
            }
        }
    }

    private void spread(double[] busyNs, long from, long to) {
        for (long at = from; at < to;) {
            int bucket = (int) Math.min(MOST_BUCKETS - 1, at >> bucketBits);
            long end = bucket == MOST_BUCKETS - 1 ? to : Math.min(to, bucket + 1L << bucketBits);
            busyNs[bucket] += end - at;
            at = end;
        }
    }

    private void halve() {
        bucketBits++;
        int[] sums = new int[MOST_BUCKETS];
        int[] levels = new int[MOST_BUCKETS];
        for (int i = 0; i < MOST_BUCKETS; i++) {
            sums[i / 2] += events[i];
            // the later of two parts says how many were there at their end
            levels[i / 2] = i <= last ? alive[i] : levels[i / 2];
        }
        events = sums;
        alive = levels;
        last /= 2;
        for (Proc p : procs) {
            double[] busy = new double[MOST_BUCKETS];
            for (int i = 0; i < MOST_BUCKETS; i++) {
                busy[i / 2] += p.busyNs[i];
            }
            p.busyNs = busy;
        }
    }

    private EarlyPicture picture() {
        int used = last + 1;
        long bucketNs = 1L << bucketBits;
        List<float[]> busy = new ArrayList<>();
        for (Proc p : procs) {
            float[] shares = new float[used];
            for (int i = 0; i < used; i++) {
                shares[i] = (float) Math.min(1, p.busyNs[i] / bucketNs);
            }
            busy.add(shares);
        }
        return new EarlyPicture(bucketNs, endNs, count, goroutineCount, Arrays.copyOf(events, used),
                Arrays.copyOf(alive, used), List.copyOf(busy));
    }
}
