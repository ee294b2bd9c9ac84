package dev.faultline.views.chart;

import dev.faultline.views.scale.TimeRange;

/// How many things were there at a time, as a mean for each of some equal steps of a range. `level` holds differences: a
/// thing adds 1 at the first step that it covers whole and takes it back behind the last, so that its cost does not grow
/// with its length; the ragged ends go to `part`.
final class LevelSum {
    private final TimeRange range;
    private final double stepNs;
    private final double[] level;
    private final double[] part;

    LevelSum(TimeRange range, int steps) {
        this.range = range;
        stepNs = Math.max(1, range.durationNs()) / (double) steps;
        level = new double[steps + 1];
        part = new double[steps];
    }

    /// Counts something that was there from one moment to another, also outside the range.
    void add(long startNs, long endNs) {
        int steps = part.length;
        double from = Math.max(0, (startNs - range.fromNs()) / stepNs);
        double to = Math.min(steps, (endNs - range.fromNs()) / stepNs);
        if (from >= to) {
            return;
        }
        int first = (int) from;
        int last = (int) to;
        if (first == last) {
            part[first] += to - from;
            return;
        }
        part[first] += first + 1 - from;
        if (last < steps) {
            part[last] += to - last;
        }
        level[first + 1]++;
        level[last]--;
    }

    /// Adds what another one counted over the same steps.
    void add(LevelSum other) {
        for (int i = 0; i < part.length; i++) {
            part[i] += other.part[i];
            level[i] += other.level[i];
        }
    }

    /// The mean number during each step.
    double[] means() {
        double[] means = new double[part.length];
        double whole = 0;
        for (int i = 0; i < part.length; i++) {
            whole += level[i];
            means[i] = whole + part[i];
        }
        return means;
    }
}
