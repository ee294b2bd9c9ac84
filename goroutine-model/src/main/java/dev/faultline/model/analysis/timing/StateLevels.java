package dev.faultline.model.analysis.timing;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.LevelSum;
import java.util.ArrayList;
import java.util.List;

/// How many goroutines of the program were in each state over a stretch of the trace, as the mean of each of some equal steps,
/// and how long they stood in the run queue. Counted either in a walk over the spans or while the trace is read
/// ([LevelPass]).
public final class StateLevels {
    /// Steps of the levels of a whole trace: about one for each px of a chart in the report.
    public static final int STEPS = 300;
    /// Index of the runtime's own goroutines that run, whose waits are not counted: no span has this state.
    private static final int RUNTIME = GoState.NOT_EXISTING.ordinal();
    private static final int WAITS = GoState.values().length;
    /// A stretch of less than one in so many of the trace is looked up goroutine by goroutine.
    private static final int LITTLE = 4;
    private static final int COUNT = WAITS + WaitKind.values().length;

    private final long fromNs;
    private final long toNs;
    private final List<double[]> means;
    private final Histogram latencies;

    StateLevels(long fromNs, long toNs, List<double[]> means, Histogram latencies) {
        this.fromNs = fromNs;
        this.toNs = toNs;
        this.means = means;
        this.latencies = latencies;
    }

    /// Walks all spans of a trace.
    ///
    /// @param fromNs begin of the stretch, nanoseconds since the trace's first event
    /// @param toNs its end
    /// @param steps at least 1
    public static StateLevels of(TraceModel model, long fromNs, long toNs, int steps) {
        Counter counter = new Counter(fromNs, toNs, steps);
        Goroutines goroutines = model.goroutines();
        if (toNs - fromNs < model.durationNs() / LITTLE) {
            addThoseOf(model, counter, fromNs, toNs);
            return counter.levels();
        }
        for (SpanCursor span = model.allSpans(); span.next();) {
            boolean runtime = goroutines.system(span.goroutine());
            counter.add(runtime, span.state(), span.kind(), span.start(), span.end());
            if (!span.open()) {
                counter.ended(runtime, span.state(), span.start(), span.end());
            }
        }
        return counter.levels();
    }

    /// Goroutine by goroutine, those that lived in the stretch only.
    private static void addThoseOf(TraceModel model, Counter counter, long fromNs, long toNs) {
        Goroutines goroutines = model.goroutines();
        for (int g = 0; g < goroutines.count(); g++) {
            if (goroutines.bornNs(g) >= toNs || goroutines.endNs(g) < fromNs) {
                continue;
            }
            boolean runtime = goroutines.system(g);
            Spans spans = model.spans(g);
            for (int i = spans.firstEndingAfter(fromNs - 1); i < spans.size() && spans.start(i) < toNs; i++) {
                counter.add(runtime, spans.state(i), spans.wait(i), spans.start(i), spans.end(i));
                if (spans.endRow(i) >= 0) {
                    counter.ended(runtime, spans.state(i), spans.start(i), spans.end(i));
                }
            }
        }
    }

    /// Walks all spans of a trace, for the levels of all of it.
    public static StateLevels of(TraceModel model) {
        return of(model, 0, model.durationNs(), STEPS);
    }

    /// Takes spans in any order; in that of their ends it is fastest, since nearly all then lie in the step of the one before.
    static final class Counter {
        private final long fromNs;
        private final long toNs;
        private final LevelSum[] sums = new LevelSum[COUNT];
        private final Histogram latencies = new Histogram();
        /// The current step, its borders, and by index the time in it that is not in `sums` yet.
        private int step;
        private long stepFromNs = Long.MAX_VALUE;
        private long stepToNs = Long.MIN_VALUE;
        private final long[] inStep = new long[COUNT];

        Counter(long fromNs, long toNs, int steps) {
            this.fromNs = fromNs;
            this.toNs = toNs;
            for (int i = 0; i < COUNT; i++) {
                sums[i] = new LevelSum(fromNs, toNs, steps);
            }
        }

        /// @param runtime whether the goroutine belongs to the runtime
        void add(boolean runtime, GoState state, WaitKind kind, long startNs, long endNs) {
            if (runtime && state != GoState.RUNNING) {
                return;
            }
            int index = runtime ? RUNTIME : index(state, kind);
            if (startNs >= stepFromNs && endNs <= stepToNs) {
                inStep[index] += endNs - startNs;
            } else {
                sums[index].add(startNs, endNs);
                if (endNs > stepToNs && endNs >= fromNs && endNs < toNs) {
                    moveTo(endNs);
                }
            }
        }

        private void moveTo(long ns) {
            flush();
            step = sums[0].stepAt(ns);
            stepFromNs = sums[0].stepFromNs(step);
            stepToNs = sums[0].stepFromNs(step + 1) - 1;
        }

        private void flush() {
            for (int i = 0; i < COUNT; i++) {
                if (inStep[i] != 0) {
                    sums[i].addWithin(step, inStep[i]);
                    inStep[i] = 0;
                }
            }
        }

        /// The trace shows the end of a span that was added.
        void ended(boolean runtime, GoState state, long startNs, long endNs) {
            if (state == GoState.RUNNABLE && !runtime && endNs >= fromNs && endNs < toNs) {
                latencies.add(endNs - startNs);
            }
        }

        StateLevels levels() {
            flush();
            List<double[]> means = new ArrayList<>();
            for (LevelSum sum : sums) {
                means.add(sum.means());
            }
            return new StateLevels(fromNs, toNs, means, latencies);
        }
    }

    private static int index(GoState state, WaitKind kind) {
        return state == GoState.WAITING ? WAITS + kind.ordinal() : state.ordinal();
    }

    /// Begin of the stretch, nanoseconds since the trace's first event.
    public long fromNs() {
        return fromNs;
    }

    /// End of the stretch.
    public long toNs() {
        return toNs;
    }

    /// Number of steps.
    public int steps() {
        return means.getFirst().length;
    }

    /// Mean number of the program's goroutines in a state during each step.
    ///
    /// @param kind what they wait for, [WaitKind#NONE] unless they do
    public double[] means(GoState state, WaitKind kind) {
        return means.get(index(state, kind)).clone();
    }

    /// Mean number of the runtime's own goroutines that ran during each step.
    public double[] runtimeMeans() {
        return means.get(RUNTIME).clone();
    }

    /// Time from runnable to the next state of the spans that ended in the stretch, the runtime's own goroutines left out.
    public Histogram latencies() {
        return latencies;
    }

    /// By index, for the codec.
    List<double[]> all() {
        return means;
    }
}
