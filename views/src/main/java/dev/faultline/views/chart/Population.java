package dev.faultline.views.chart;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How many goroutines did what over time, and how long they stood in the run queue: all from one pass over the spans of
/// a range. The range is cut into equal steps; a value is the mean number of goroutines in a state during a step, so
/// areas are goroutine time and no short burst is lost, however long the step.
public final class Population {
    /// Stands for goroutines of the runtime itself that run: GC workers and the like. Their waits are not counted.
    public static final Role RUNTIME = Role.GC;

    /// Goroutines that one worker takes at a time; few enough that workers end together.
    private static final int CHUNK = 4_096;

    private final TimeRange range;
    private final int steps;
    private final double[][] means;
    private final LatencyHistogram latencies;

    private Population(TimeRange range, int steps, double[][] means, LatencyHistogram latencies) {
        this.range = range;
        this.steps = steps;
        this.means = means;
        this.latencies = latencies;
    }

    /// Counts a range in `steps` equal steps; several threads take part.
    ///
    /// @param steps at least 1; about one per px of the picture
    public static Population of(TraceModel model, TimeRange range, int steps) {
        int chunks = Math.ceilDiv(Math.max(1, model.goroutines().count()), CHUNK);
        Tally sum = IntStream.range(0, chunks).parallel().collect(() -> new Tally(range, steps),
                (tally, chunk) -> tally.add(model, chunk), Tally::merge);
        return new Population(range, steps, sum.means(), sum.latencies);
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
    public LatencyHistogram latencies() {
        return latencies;
    }

    /// Sums of one worker.
    private static final class Tally {
        private final TimeRange range;
        private final LevelSum[] sums = new LevelSum[Role.values().length];
        private final LatencyHistogram latencies = new LatencyHistogram();

        Tally(TimeRange range, int steps) {
            this.range = range;
            Arrays.setAll(sums, role -> new LevelSum(range, steps));
        }

        void add(TraceModel model, int chunk) {
            Goroutines all = model.goroutines();
            int end = Math.min(all.count(), (chunk + 1) * CHUNK);
            for (int g = chunk * CHUNK; g < end; g++) {
                if (all.bornNs(g) < range.toNs() && all.endNs(g) >= range.fromNs()) {
                    add(model.spans(g), all.system(g));
                }
            }
        }

        private void add(Spans spans, boolean system) {
            int n = spans.size();
            long end = n == 0 ? 0 : spans.start(0);
            for (int i = 0; i < n; i++) {
                long start = end;
                end = spans.end(i);
                if (end < range.fromNs()) {
                    continue;
                }
                if (start >= range.toNs()) {
                    return;
                }
                GoState state = spans.state(i);
                if (system) {
                    if (state == GoState.RUNNING) {
                        sums[RUNTIME.ordinal()].add(start, end);
                    }
                } else if (state != GoState.NOT_EXISTING) {
                    sums[Role.of(state, spans.wait(i)).ordinal()].add(start, end);
                    if (state == GoState.RUNNABLE && i + 1 < n && spans.state(i + 1) == GoState.RUNNING) {
                        latencies.add(end - start);
                    }
                }
            }
        }

        void merge(Tally other) {
            for (int role = 0; role < sums.length; role++) {
                sums[role].add(other.sums[role]);
            }
            latencies.add(other.latencies);
        }

        double[][] means() {
            return Arrays.stream(sums).map(LevelSum::means).toArray(double[][]::new);
        }
    }
}
