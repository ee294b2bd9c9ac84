package dev.faultline.app.ui.table;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import java.util.Arrays;

/// Times in which goroutines of the program waited, for another, for a P, or for a system call: of very many the longest.
final class WaitList {
    /// So many are listed; what they take is some ten bytes each.
    static final int MOST = 1_000_000;
    private static final int PER_DOUBLING = 32;
    private static final GoState[] STATES = GoState.values();
    private static final WaitKind[] KINDS = WaitKind.values();

    private int size;
    private long all;
    private int[] goroutines = new int[256];
    private int[] stacks = new int[256];
    private long[] starts = new long[256];
    private long[] durations = new long[256];
    /// State, kind and whether the trace ended first.
    private short[] what = new short[256];

    private WaitList() {
    }

    /// Walks over all spans, twice where there are too many.
    static WaitList of(TraceModel model) {
        WaitList list = new WaitList();
        long[] counts = new long[64 * PER_DOUBLING];
        Goroutines goroutines = model.goroutines();
        for (SpanCursor span = model.allSpans(); span.next();) {
            if (waits(span, goroutines)) {
                counts[bucket(span.end() - span.start())]++;
                list.all++;
            }
        }
        int least = list.all <= MOST ? 0 : least(counts);
        for (SpanCursor span = model.allSpans(); span.next();) {
            if (waits(span, goroutines) && bucket(span.end() - span.start()) >= least) {
                list.add(span);
            }
        }
        return list;
    }

    private static boolean waits(SpanCursor span, Goroutines goroutines) {
        GoState state = span.state();
        return (state == GoState.WAITING || state == GoState.RUNNABLE || state == GoState.SYSCALL)
                && !goroutines.system(span.goroutine());
    }

    /// A number that grows with the duration.
    private static int bucket(long ns) {
        if (ns < PER_DOUBLING) {
            return (int) Math.max(0, ns);
        }
        int doubling = 63 - Long.numberOfLeadingZeros(ns);
        return doubling * PER_DOUBLING + (int) (ns >>> doubling - 5) % PER_DOUBLING;
    }

    /// The lowest bucket above which all can be listed.
    private static int least(long[] counts) {
        long sum = 0;
        for (int bucket = counts.length - 1; bucket >= 0; bucket--) {
            sum += counts[bucket];
            if (sum > MOST) {
                return bucket + 1;
            }
        }
        return 0;
    }

    private void add(SpanCursor span) {
        if (size == goroutines.length) {
            goroutines = Arrays.copyOf(goroutines, size * 2);
            stacks = Arrays.copyOf(stacks, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            durations = Arrays.copyOf(durations, size * 2);
            what = Arrays.copyOf(what, size * 2);
        }
        goroutines[size] = span.goroutine();
        stacks[size] = span.stack();
        starts[size] = span.start();
        durations[size] = span.end() - span.start();
        what[size++] = (short) (span.state().ordinal() << 8 | span.kind().ordinal() << 1 | (span.open() ? 1 : 0));
    }

    /// How many are listed.
    int size() {
        return size;
    }

    /// How many there are.
    long all() {
        return all;
    }

    int goroutine(int i) {
        return goroutines[i];
    }

    int stack(int i) {
        return stacks[i];
    }

    long startNs(int i) {
        return starts[i];
    }

    long durationNs(int i) {
        return durations[i];
    }

    GoState state(int i) {
        return STATES[what[i] >> 8];
    }

    WaitKind kind(int i) {
        return KINDS[what[i] >> 1 & 0x7F];
    }

    /// Whether the trace ended first.
    boolean open(int i) {
        return (what[i] & 1) != 0;
    }
}
