package dev.faultline.model.analysis.gc;

import dev.faultline.model.GoState;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.Range;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// What share of the Ps the garbage collector left to the program, over time, for a choice of what counts as the collector's.
public final class MutatorTime {
    /// What the collector takes.
    public enum Taker {
        /// All Ps, while the world is stopped for a collection.
        PAUSES("stop-the-world pauses"),
        /// Background workers, but those that use idle time.
        WORKERS("background workers"),
        /// Goroutines of the program that have to mark.
        ASSISTS("mark assists"),
        /// Sweeping while the program allocates.
        SWEEP("sweeping");

        private final String label;

        Taker(String label) {
            this.label = label;
        }

        /// For a choice.
        public String label() {
            return label;
        }
    }

    /// A change: by how much the number of Ps that the collector has grows. A pause takes more than there can be.
    private static final int ALL = 1 << 20;

    private final TraceModel model;
    private final Set<Taker> takers;
    private final LongArrayList times = new LongArrayList();
    private final LongArrayList changes = new LongArrayList();

    private MutatorTime(TraceModel model, Set<Taker> takers) {
        this.model = model;
        this.takers = takers.isEmpty() ? EnumSet.noneOf(Taker.class) : EnumSet.copyOf(takers);
    }

    /// The share over the whole trace.
    ///
    /// @param workers when the collector's workers ran
    /// @param takers what counts
    public static MutatorUtilization of(TraceModel model, WorkerRuns workers, Set<Taker> takers) {
        MutatorTime made = new MutatorTime(model, takers);
        if (takers.contains(Taker.WORKERS)) {
            workers.each(model.goroutines(), made::take);
        }
        for (Range range : model.ranges()) {
            made.add(range);
        }
        return made.steps();
    }

    private void add(Range range) {
        switch (range.kind()) {
            case STW -> {
                if (takers.contains(Taker.PAUSES) && range.reason().startsWith("GC ")) {
                    take(range.startNs(), range.endNs(), ALL);
                }
            }
            case GC_SWEEP -> {
                if (takers.contains(Taker.SWEEP)) {
                    take(range.startNs(), range.endNs());
                }
            }
            case MARK_ASSIST -> {
                if (takers.contains(Taker.ASSISTS)) {
                    assist(range);
                }
            }
            case GC_MARK -> {
                // who marks counts, not that somebody does
            }
        }
    }

    /// A goroutine that assists may have to wait meanwhile: only while it runs it has a P.
    private void assist(Range range) {
        Spans spans = model.spansBetween(range.startNs(), range.endNs()).of(range.goroutine());
        for (int s = Math.max(0, spans.at(range.startNs())); s < spans.size() && spans.start(s) < range.endNs(); s++) {
            if (spans.state(s) == GoState.RUNNING) {
                take(Math.max(range.startNs(), spans.start(s)), Math.min(range.endNs(), spans.end(s)));
            }
        }
    }

    private void take(long fromNs, long toNs) {
        take(fromNs, toNs, 1);
    }

    private void take(long fromNs, long toNs, int procs) {
        if (toNs > fromNs) {
            times.add(fromNs);
            changes.add(procs);
            times.add(toNs);
            changes.add(-procs);
        }
    }

    private MutatorUtilization steps() {
        int[] order = new int[times.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        IntArrays.parallelQuickSort(order, (a, b) -> Long.compare(times.getLong(a), times.getLong(b)));
        ProcCounts procs = ProcCounts.of(model);
        long[] at = new long[order.length + 2];
        double[] shares = new double[order.length + 2];
        shares[0] = 1;
        int n = 1;
        long taken = 0;
        for (int i = 0; i < order.length; i++) {
            long ns = times.getLong(order[i]);
            taken += changes.getLong(order[i]);
            if (i + 1 == order.length || times.getLong(order[i + 1]) != ns) {
                n = at[n - 1] == ns ? n - 1 : n;
                at[n] = ns;
                shares[n++] = Math.max(0, 1 - (double) taken / Math.max(1, procs.at(ns)));
            }
        }
        at[n] = Math.max(at[n - 1], model.durationNs());
        shares[n] = shares[n - 1];
        return new MutatorUtilization(Arrays.copyOf(at, n + 1), Arrays.copyOf(shares, n + 1));
    }
}
