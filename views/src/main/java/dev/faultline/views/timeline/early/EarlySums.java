package dev.faultline.views.timeline.early;

import dev.faultline.trace.Generation;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.event.EventCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/// Listens while a trace is read and makes a picture after each generation. Its cost is one look at each event; its
/// memory does not grow with the trace, because parts of time are joined in pairs when there are too many.
public final class EarlySums implements RowListener {
    static final int MOST_BUCKETS = 2_048;
    /// Buckets are powers of two long, so that an event finds its own by a shift.
    private static final int FIRST_BUCKET_BITS = 16;
    private static final int MOST_PROCS = 64;

    private final Consumer<EarlyPicture> shown;
    private final BitSet known = new BitSet();
    private boolean[] living = {};
    private final List<Proc> procs = new ArrayList<>();
    private int[] events = new int[MOST_BUCKETS];
    private int[] alive = new int[MOST_BUCKETS];
    private int bucketBits = FIRST_BUCKET_BITS;
    private long endNs;
    private long count;
    private int last;
    private int livingNow;

    /// What one P did so far.
    private static final class Proc {
        private double[] busyNs = new double[MOST_BUCKETS];
        private long since = -1;
    }

    /// @param shown takes each picture, on the thread that reads
    public EarlySums(Consumer<EarlyPicture> shown) {
        this.shown = shown;
    }

    @Override
    public void rows(Parts parts, Generation generation) {
        EventCursor e = parts.events().cursor(generation.fromRow(), generation.toRow());
        while (e.next()) {
            long ns = e.time();
            while (ns >> bucketBits >= MOST_BUCKETS) {
                halve();
            }
            int bucket = (int) (ns >> bucketBits);
            advance(bucket);
            endNs = Math.max(endNs, ns);
            events[bucket]++;
            count++;
            take(e, ns);
            alive[last] = livingNow;
        }
        shown.accept(picture());
    }

    /// Goes on to a later bucket: so long the goroutines stayed what they were.
    private void advance(int bucket) {
        while (last < bucket) {
            alive[++last] = livingNow;
        }
    }

    private void take(EventCursor e, long ns) {
        switch (e.type()) {
            case GO_CREATE, GO_CREATE_BLOCKED -> born(e.subject());
            case GO_CREATE_SYSCALL -> born(e.subject());
            case GO_STATUS, GO_STATUS_STACK -> {
                if (!known.get(e.subject())) {
                    born(e.subject());
                }
                if (e.a() == 2) {
                    runs(e.proc(), ns);
                }
            }
            case GO_START, GO_SYSCALL_END, GO_SWITCH -> runs(e.proc(), ns);
            case GO_STOP, GO_BLOCK, GO_SYSCALL_BEGIN -> stops(e.proc(), ns);
            case GO_DESTROY, GO_DESTROY_SYSCALL -> {
                died(e.subject());
                stops(e.proc(), ns);
            }
            case GO_SWITCH_DESTROY -> died(e.goroutine());
            case PROC_STOP, PROC_STEAL -> stops(e.subject(), ns);
            default -> {
                // changes neither who lives nor who runs
            }
        }
    }

    private void born(int goroutine) {
        if (goroutine >= living.length) {
            living = Arrays.copyOf(living, Math.max(goroutine + 1, living.length * 2));
        }
        if (goroutine >= 0 && !living[goroutine]) {
            known.set(goroutine);
            living[goroutine] = true;
            livingNow++;
        }
    }

    private void died(int goroutine) {
        if (goroutine >= 0 && goroutine < living.length && living[goroutine]) {
            living[goroutine] = false;
            livingNow--;
        }
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
        return new EarlyPicture(bucketNs, endNs, count, known.cardinality(), Arrays.copyOf(events, used),
                Arrays.copyOf(alive, used), List.copyOf(busy));
    }
}
