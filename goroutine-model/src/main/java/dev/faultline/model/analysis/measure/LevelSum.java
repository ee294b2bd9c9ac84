package dev.faultline.model.analysis.measure;

/// How many things were there at a time, as a mean for each of some equal steps of a stretch of time. `level` holds
/// differences: a thing adds 1 at the first step that it covers whole and takes it back behind the last, so that its cost
/// does not grow with its length; the ragged ends go to `part`.
public final class LevelSum {
    private final long fromNs;
    private final double stepNs;
    private final double[] level;
    private final double[] part;

    /// @param fromNs begin of the stretch
    /// @param toNs its end; a stretch that is shorter than 1 ns counts as that long
    /// @param steps at least 1
    public LevelSum(long fromNs, long toNs, int steps) {
        this.fromNs = fromNs;
        stepNs = Math.max(1, toNs - fromNs) / (double) steps;
        level = new double[steps + 1];
        part = new double[steps];
    }

    /// The step that a moment lies in; there may be no such step.
    public int stepAt(long ns) {
        return (int) Math.floor((ns - fromNs) / stepNs);
    }

    /// The first whole nanosecond of a step; that of the step behind it is the end.
    public long stepFromNs(int step) {
        return (long) Math.ceil(fromNs + step * stepNs);
    }

    /// Counts what was there for some time within one step.
    ///
    /// @param ns sum over all such things
    public void addWithin(int step, long ns) {
        part[step] += ns / stepNs;
    }

    /// Counts something that was there from one moment to another, also outside the stretch.
    public void add(long startNs, long endNs) {
        int steps = part.length;
        double from = Math.max(0, (startNs - fromNs) / stepNs);
        double to = Math.min(steps, (endNs - fromNs) / stepNs);
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
    public void add(LevelSum other) {
        for (int i = 0; i < part.length; i++) {
            part[i] += other.part[i];
            level[i] += other.level[i];
        }
    }

    /// The mean number during each step.
    public double[] means() {
        double[] means = new double[part.length];
        double whole = 0;
        for (int i = 0; i < part.length; i++) {
            whole += level[i];
            means[i] = whole + part[i];
        }
        return means;
    }
}
