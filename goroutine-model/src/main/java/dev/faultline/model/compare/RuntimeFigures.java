package dev.faultline.model.compare;

import dev.faultline.model.GoState;
import dev.faultline.model.Range;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.compare.Quantity.Limits;
import dev.faultline.model.compare.Quantity.Made;
import dev.faultline.model.compare.Subject.Kind;
import dev.faultline.model.metric.Better;
import dev.faultline.model.metric.Measured;
import dev.faultline.model.metric.TraceMetric;
import dev.faultline.model.metric.TraceMetrics;
import java.util.Arrays;
import java.util.List;

/// The runtime and the trace as a whole: what the list of metrics has of it.
final class RuntimeFigures {
    private static final String SCHEDULER = "scheduler latency";
    private static final String PAUSES = "stop-the-world pauses";
    private static final String COLLECTOR = "garbage collection";
    private static final String GOROUTINES = "goroutines";
    private static final String PROGRAM = "time of the program";
    private static final String TASKS = "tasks and regions";

    /// More collections make more pauses, and both make others wait. How long a collection takes depends on who else runs.
    private static final double COLLECTIONS = 2.5;
    private static final double STOPS = 1.3;
    private static final double QUEUE = 1.1;
    private static final double MORE = 1.7;

    /// How a metric is compared.
    ///
    /// @param metric its name
    /// @param subject under which it stands
    /// @param label what it is there
    /// @param perSecond whether a longer trace has more of it
    private record Row(String metric, String subject, String label, Made made, boolean perSecond, Limits limits,
            double weight) {}

    private static final List<Row> ROWS = List.of(
            new Row("p50-sched-latency", SCHEDULER, "median", Made.MEDIAN, false, new Limits(3, 100e3, 100), QUEUE),
            new Row("p95-sched-latency", SCHEDULER, "p95", Made.TAIL, false, new Limits(3, 500e3, 100), QUEUE),
            new Row("p99-sched-latency", SCHEDULER, "p99", Made.TAIL, false, new Limits(3, 1e6, 500), QUEUE),
            new Row("max-sched-latency", SCHEDULER, "longest", Made.TAIL, false, new Limits(10, 5e6, 1), QUEUE),
            new Row("runnable", SCHEDULER, "time runnable", Made.TIME, true, new Limits(3, 200e6, 100), QUEUE),
            new Row("run-queue", SCHEDULER, "longest run queue", Made.TAIL, false, new Limits(3, 5, 0), QUEUE),
            new Row("stw-total", PAUSES, "total", Made.TIME, true, new Limits(2, 10e6, 4), STOPS),
            new Row("stw-count", PAUSES, "pauses", Made.COUNT, true, new Limits(2, 10, 0), STOPS),
            new Row("stw", PAUSES, "longest", Made.TAIL, false, new Limits(10, 1e6, 0), STOPS),
            new Row("gc-cycles", COLLECTOR, "cycles", Made.COUNT, true, new Limits(2, 2, 0), COLLECTIONS),
            new Row("gc-cpu", COLLECTOR, "share of the Ps", Made.LEVEL, false, new Limits(2, 0.05, 0), 1),
            new Row("gc-marking", COLLECTOR, "time marking", Made.LEVEL, false, new Limits(2, 0.1, 0), 1),
            new Row("gc-assist", COLLECTOR, "mark assists", Made.TIME, true, new Limits(2, 20e6, 10), 1),
            new Row("mmu-10ms", COLLECTOR, "least mutator utilization in 10 ms", Made.TAIL, false,
                    new Limits(2, 0.3, 0), 1),
            new Row("heap", COLLECTOR, "largest heap", Made.LEVEL, false, new Limits(2, 16e6, 0), 1),
            new Row("goroutines", GOROUTINES, "peak", Made.COUNT, false, new Limits(2, 20, 0), MORE),
            new Row("goroutines-at-end", GOROUTINES, "alive at the end", Made.COUNT, false, new Limits(2, 20, 0), MORE),
            new Row("goroutines-created", GOROUTINES, "started", Made.COUNT, true, new Limits(2, 50, 0), MORE),
            new Row("stuck", GOROUTINES, "stuck", Made.COUNT, false, new Limits(2, 5, 0), MORE),
            new Row("threads", GOROUTINES, "threads", Made.LEVEL, false, new Limits(2, 20, 0), 1),
            new Row("running", PROGRAM, "running time", Made.TIME, true, new Limits(2, 200e6, 100), 1),
            new Row("syscall", PROGRAM, "time in system calls", Made.TIME, true, new Limits(2, 200e6, 100), 1),
            new Row("lock-wait", PROGRAM, "time waiting for mutexes", Made.TIME, true, new Limits(2, 50e6, 20), 0.9),
            new Row("slowest-task", TASKS, "slowest", Made.TAIL, false, new Limits(10, 5e6, 0), 0.8),
            new Row("fracture-rate", TASKS, "fracture rate", Made.LEVEL, false, new Limits(1.5, 0.1, 0), 1.5),
            new Row("span-closure", TASKS, "ended of those begun", Made.LEVEL, false, new Limits(1, 0.1, 0), 1));

    private static final int SLICES = 15;

    private RuntimeFigures() {
    }

    static void read(Measured trace, Facts facts, Values values) {
        for (TraceMetrics.Value value : TraceMetrics.of(trace)) {
            ROWS.stream().filter(row -> row.metric.equals(value.metric().name())).findFirst().ifPresent(row -> {
                long events = events(row, facts, value.value());
                Subject subject = new Subject(Kind.RUNTIME, row.subject);
                if (row.perSecond) {
                    values.perSecond(subject, quantity(row, value.metric()), value.value(),
                            value.value() - passing(row, facts, value.value()), events);
                } else {
                    values.put(subject, quantity(row, value.metric()), value.value(), events);
                }
            });
        }
    }

    private static Quantity quantity(Row row, TraceMetric metric) {
        String unit = !row.perSecond ? metric.unit().label() : row.made == Made.COUNT ? "per_s" : "ns_per_s";
        Better better = row.metric.equals("goroutines-created") ? Better.LOWER : metric.better();
        return new Quantity(row.metric, row.label, unit, better, row.made, row.limits, row.weight);
    }

    /// The part of a sum that one moment in which the machine stalls may make.
    private static double passing(Row row, Facts facts, double sum) {
        return switch (row.metric) {
            case "stw-total" -> facts.model().ranges(Range.Kind.STW).stream().mapToLong(Range::durationNs).max()
                    .orElse(0);
            case "runnable" -> {
                double[] parts = slices(facts.stateLevels().means(GoState.RUNNABLE, WaitKind.NONE));
                Arrays.sort(parts);
                yield Math.max(0, sum - parts[parts.length / 2] * facts.model().durationNs());
            }
            default -> 0;
        };
    }

    /// Means of equal parts of the trace.
    private static double[] slices(double[] steps) {
        double[] parts = new double[Math.min(SLICES, steps.length)];
        for (int i = 0; i < parts.length; i++) {
            int from = i * steps.length / parts.length;
            int to = (i + 1) * steps.length / parts.length;
            parts[i] = Arrays.stream(steps, from, to).average().orElse(0);
        }
        return parts;
    }

    /// Of how many single things a value was made.
    private static long events(Row row, Facts facts, double value) {
        if (row.made == Made.COUNT) {
            return Math.round(value);
        }
        return switch (row.subject) {
            case PAUSES -> facts.model().ranges(Range.Kind.STW).size();
            case COLLECTOR -> facts.model().ranges(Range.Kind.MARK_ASSIST).size();
            default -> facts.timing().queueTimes().count();
        };
    }
}
