package dev.faultline.views.chart;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
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

    /// Whether any goroutine was ever seen like this.
    public boolean seen(Role role) {
        for (double mean : means[role.ordinal()]) {
            if (mean > 0) {
                return true;
            }
        }
        return false;
    }

    /// Time from runnable to running of the stretches that ended in the range, the runtime's own goroutines left out.
    public LatencyHistogram latencies() {
        return latencies;
    }

    /// Sums of one worker. `level` holds differences: a span adds 1 at the first step that it covers whole and takes it
    /// back behind the last, so that its cost does not grow with its length; the ragged ends go to `part`.
    private static final class Tally {
        private final TimeRange range;
        private final int steps;
        private final double stepNs;
        private final double[][] level;
        private final double[][] part;
        private final LatencyHistogram latencies = new LatencyHistogram();

        Tally(TimeRange range, int steps) {
            this.range = range;
            this.steps = steps;
            stepNs = Math.max(1, range.durationNs()) / (double) steps;
            level = new double[Role.values().length][steps + 1];
            part = new double[Role.values().length][steps];
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
                        add(RUNTIME.ordinal(), start, end);
                    }
                } else if (state != GoState.NOT_EXISTING) {
                    add(Role.of(state, spans.wait(i)).ordinal(), start, end);
                    if (state == GoState.RUNNABLE && i + 1 < n && spans.state(i + 1) == GoState.RUNNING) {
                        latencies.add(end - start);
                    }
                }
            }
        }

        private void add(int row, long startNs, long endNs) {
            double from = Math.max(0, (startNs - range.fromNs()) / stepNs);
            double to = Math.min(steps, (endNs - range.fromNs()) / stepNs);
            int first = (int) from;
            int last = (int) to;
            if (first == last) {
                if (first < steps) {
                    part[row][first] += to - from;
                }
                return;
            }
            part[row][first] += first + 1 - from;
            if (last < steps) {
                part[row][last] += to - last;
            }
            level[row][first + 1]++;
            level[row][last]--;
        }

        void merge(Tally other) {
            for (int row = 0; row < level.length; row++) {
                for (int i = 0; i < steps; i++) {
                    part[row][i] += other.part[row][i];
                    level[row][i] += other.level[row][i];
                }
            }
            latencies.add(other.latencies);
        }

        double[][] means() {
            for (int row = 0; row < level.length; row++) {
                double running = 0;
                for (int i = 0; i < steps; i++) {
                    running += level[row][i];
                    part[row][i] += running;
                }
            }
            return part;
        }
    }
}
