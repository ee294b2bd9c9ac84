package dev.faultline.views.chart;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import java.util.Arrays;

/// How many goroutines did what over time, and how long they stood in the run queue: all from one pass over the spans of
/// a range. The range is cut into equal steps; a value is the mean number of goroutines in a state during a step, so
/// areas are goroutine time and no short burst is lost, however long the step.
public final class Population {
    /// Stands for goroutines of the runtime itself that run: GC workers and the like. Their waits are not counted.
    public static final Role RUNTIME = Role.GC;

    private final TimeRange range;
    private final int steps;
    private final double[][] means;
    private final Histogram latencies;

    private Population(TimeRange range, int steps, double[][] means, Histogram latencies) {
        this.range = range;
        this.steps = steps;
        this.means = means;
        this.latencies = latencies;
    }

    /// Counts a range in `steps` equal steps.
    ///
    /// @param steps at least 1; about one per px of the picture
    public static Population of(TraceModel model, TimeRange range, int steps) {
        LevelSum[] sums = new LevelSum[Role.values().length];
        Arrays.setAll(sums, role -> new LevelSum(range, steps));
        Histogram latencies = new Histogram();
        Goroutines goroutines = model.goroutines();
        for (SpanCursor span = model.allSpans(); span.next();) {
            GoState state = span.state();
            if (goroutines.system(span.goroutine())) {
                if (state == GoState.RUNNING) {
                    sums[RUNTIME.ordinal()].add(span.start(), span.end());
                }
                continue;
            }
            sums[Role.of(state, span.kind()).ordinal()].add(span.start(), span.end());
            if (state == GoState.RUNNABLE && !span.open() && range.contains(span.end())) {
                latencies.add(span.end() - span.start());
            }
        }
        double[][] means = Arrays.stream(sums).map(LevelSum::means).toArray(double[][]::new);
        return new Population(range, steps, means, latencies);
    }

    public TimeRange range() {
        return range;
    }

    public int steps() {
        return steps;
    }

    /// Begin of a step, nanoseconds since the trace's first event; `steps()` gives the end of the last.
    public double startNs(int step) {
        return range.fromNs() + (double) range.durationNs() * step / steps;
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
        return latencies;
    }
}
