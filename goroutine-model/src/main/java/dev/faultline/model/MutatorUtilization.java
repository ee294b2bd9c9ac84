package dev.faultline.model;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which share of the processors the program itself had, as steps over time: what stop-the-world pauses for the GC,
/// its background workers and mark assists left. Defined as Go's internal/trace/gc.go does with these three flags.
///
/// @param timesNs where a step begins, ascending; the last one ends the trace
/// @param shares share from there on, 0 to 1
public record MutatorUtilization(long[] timesNs, double[] shares) {
    /// The lowest mean share of any window of this length, 0 to 1; of the whole trace when the window is longer, 1 when
    /// nothing is known.
    public double minimum(long windowNs) {
        int n = timesNs.length;
        if (n < 2 || timesNs[n - 1] == timesNs[0]) {
            return n == 0 ? 1 : shares[0];
        }
        long window = Math.min(windowNs, timesNs[n - 1] - timesNs[0]);
        double least = window;
        // The mean over a sliding window is linear between the points where one of its edges meets a step, so its
        // minimum lies at such a point: once with the left edge on a step, once with the right.
        Sum left = new Sum();
        Sum right = new Sum();
        for (int i = 0; i < n && timesNs[i] + window <= timesNs[n - 1]; i++) {
            least = Math.min(least, right.to(timesNs[i] + window) - left.to(timesNs[i]));
        }
        left = new Sum();
        right = new Sum();
        for (int i = 0; i < n; i++) {
            if (timesNs[i] - window >= timesNs[0]) {
                least = Math.min(least, right.to(timesNs[i]) - left.to(timesNs[i] - window));
            }
        }
        return Math.clamp(least / window, 0, 1);
    }

    /// The same of a stretch of the trace only.
    public MutatorUtilization within(long fromNs, long toNs) {
        LongArrayList times = new LongArrayList();
        DoubleArrayList kept = new DoubleArrayList();
        for (int i = 0; i + 1 < timesNs.length; i++) {
            if (timesNs[i + 1] > fromNs && timesNs[i] < toNs) {
                times.add(Math.max(fromNs, timesNs[i]));
                kept.add(shares[i]);
            }
        }
        if (!times.isEmpty()) {
            times.add(Math.min(toNs, timesNs[timesNs.length - 1]));
            kept.add(kept.getDouble(kept.size() - 1));
        }
        return new MutatorUtilization(times.toLongArray(), kept.toDoubleArray());
    }

    /// A window of time and the mean share in it, 0 to 1.
    public record Window(long fromNs, long toNs, double share) {}

    /// The windows of a length with the lowest mean share, the lowest first, none of which overlaps another.
    ///
    /// @param most at most so many
    public List<Window> worst(long windowNs, int most) {
        int n = timesNs.length;
        if (n < 2) {
            return List.of();
        }
        long window = Math.max(1, Math.min(windowNs, timesNs[n - 1] - timesNs[0]));
        List<Window> candidates = new ArrayList<>();
        Sum left = new Sum();
        Sum right = new Sum();
        for (int i = 0; i < n && timesNs[i] + window <= timesNs[n - 1]; i++) {
            double share = (right.to(timesNs[i] + window) - left.to(timesNs[i])) / window;
            keep(new Window(timesNs[i], timesNs[i] + window, share), candidates, most);
        }
        left = new Sum();
        right = new Sum();
        for (int i = 0; i < n; i++) {
            if (timesNs[i] - window >= timesNs[0]) {
                double share = (right.to(timesNs[i]) - left.to(timesNs[i] - window)) / window;
                keep(new Window(timesNs[i] - window, timesNs[i], share), candidates, most);
            }
        }
        return List.copyOf(candidates);
    }

    /// Keeps a window unless one that overlaps it is as low, or there are enough that are lower.
    private static void keep(Window window, List<Window> kept, int most) {
        if (window.share() >= 1 || kept.size() == most && kept.getLast().share() <= window.share()) {
            return;
        }
        for (Window other : kept) {
            if (other.share() <= window.share() && overlap(other, window)) {
                return;
            }
        }
        kept.removeIf(other -> overlap(other, window));
        kept.add(window);
        kept.sort(Comparator.comparingDouble(Window::share));
        if (kept.size() > most) {
            kept.removeLast();
        }
    }

    private static boolean overlap(Window a, Window b) {
        return a.fromNs() < b.toNs() && b.fromNs() < a.toNs();
    }

    /// Integral of the share from the first step, for ascending times.
    private final class Sum {
        private int step;
        private double before;

        double to(long ns) {
            while (step + 1 < timesNs.length && timesNs[step + 1] <= ns) {
                before += shares[step] * (timesNs[step + 1] - timesNs[step]);
                step++;
            }
            return before + shares[step] * (ns - timesNs[step]);
        }
    }
}
