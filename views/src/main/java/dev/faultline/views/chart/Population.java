package dev.faultline.views.chart;

import dev.faultline.model.GoState;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.timing.StateLevels;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import java.util.Arrays;

/// How many goroutines did what over time, by colour, and how long they stood in the run queue. The range is cut into equal
/// steps; a value is the mean number of goroutines in a state during a step, so areas are goroutine time and no short burst
/// is lost, however long the step.
public final class Population {
    /// Stands for goroutines of the runtime itself that run: GC workers and the like. Their waits are not counted.
    public static final Role RUNTIME = Role.GC;

    private final TimeRange range;
    private final StateLevels levels;
    private final double[][] means = new double[Role.values().length][];

    /// @param levels counted in steps of about one px of the picture
    Population(StateLevels levels) {
        this.levels = levels;
        range = new TimeRange(levels.fromNs(), Math.max(levels.fromNs() + 1, levels.toNs()));
        Arrays.setAll(means, role -> new double[levels.steps()]);
        means[RUNTIME.ordinal()] = levels.runtimeMeans();
        for (GoState state : GoState.values()) {
            if (state == GoState.WAITING) {
                for (WaitKind kind : WaitKind.values()) {
                    add(Role.of(state, kind), levels.means(state, kind));
                }
            } else if (state != GoState.NOT_EXISTING) {
                add(Role.of(state, WaitKind.NONE), levels.means(state, WaitKind.NONE));
            }
        }
    }

    private void add(Role role, double[] more) {
        double[] sums = means[role.ordinal()];
        for (int step = 0; step < sums.length; step++) {
            sums[step] += more[step];
        }
    }

    public TimeRange range() {
        return range;
    }

    public int steps() {
        return levels.steps();
    }

    /// Begin of a step, nanoseconds since the trace's first event; `steps()` gives the end of the last.
    public double startNs(int step) {
        return range.fromNs() + (double) range.durationNs() * step / levels.steps();
    }

    /// Mean number of the program's goroutines in a state during a step; for [#RUNTIME] of the runtime's own that ran.
    public double mean(Role role, int step) {
        return means[role.ordinal()][step];
    }

    /// All of [#mean] for one state.
    double[] means(Role role) {
        return means[role.ordinal()];
    }

    /// Time from runnable to running of the stretches that ended in the range, the runtime's own goroutines left out.
    public Histogram latencies() {
        return levels.latencies();
    }
}
