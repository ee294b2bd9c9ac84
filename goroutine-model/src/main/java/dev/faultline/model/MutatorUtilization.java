package dev.faultline.model;

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
