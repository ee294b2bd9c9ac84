package dev.faultline.views.chart;

import dev.faultline.model.Metric;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.Range;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// All charts of a run, in the order in which the window and the report show them.
public final class Charts {
    private Charts() {
    }

    /// Goroutines by state, heap, P utilization, pauses, tasks over time. A chart for which the trace has no data is in
    /// the list without a picture and says why.
    public static List<NamedChart> all(ChartData data, ChartTheme theme) {
        return List.of(goroutines(data, theme), heap(data, theme), processors(data, theme), pauses(data, theme),
                tasks(data, theme));
    }

    /// Live goroutines of the program by state over time.
    public static NamedChart goroutines(ChartData data, ChartTheme theme) {
        return NamedChart.overTime("Goroutines by state", "up to " + Units.count(data.peak()) + " at a time",
                GoroutinesChart.of(data.population(), theme));
    }

    /// Heap and its goal over time.
    public static NamedChart heap(ChartData data, ChartTheme theme) {
        String title = "Heap and heap goal";
        long peak = MetricSeries.find(data.model(), Metric.HEAP_OBJECTS)
                .map(m -> MetricSeries.most(m, data.range())).orElse(0L);
        long cycles = within(data, Range.Kind.GC_MARK).size();
        String note = "up to " + Units.bytes(peak) + ", "
                + (cycles == 0 ? "no GC cycles" : Units.count(cycles, "GC cycle"));
        return HeapChart.of(data.model(), data.range(), data.columns(), theme)
                .map(chart -> NamedChart.overTime(title, note, chart))
                .orElseGet(() -> NamedChart.overTime(title,
                        "The trace has no heap sizes: too little was allocated while it was recorded.",
                        null));
    }

    /// Running goroutines against GOMAXPROCS.
    public static NamedChart processors(ChartData data, ChartTheme theme) {
        Population population = data.population();
        double mean = IntStream.range(0, population.steps())
                .mapToDouble(step -> population.mean(Role.RUNNING, step) + population.mean(Population.RUNTIME, step))
                .average().orElse(0);
        long limit = MetricSeries.find(data.model(), Metric.GOMAXPROCS)
                .map(m -> Arrays.stream(m.values()).max().orElse(0)).orElse((long) data.model().procCount());
        String note = limit > 0 ? Units.share(mean / limit) + " of " + Units.count(limit, "P") + " on average" : "";
        return NamedChart.overTime("P utilization", note,
                ProcessorsChart.of(data.model(), population, theme));
    }

    /// Stop-the-world pauses over time.
    public static NamedChart pauses(ChartData data, ChartTheme theme) {
        String title = "Stop-the-world pauses";
        List<Range> pauses = within(data, Range.Kind.STW);
        if (pauses.isEmpty()) {
            return NamedChart.overTime(title, data.wholeTrace()
                    ? "The world was not stopped while the trace was recorded."
                    : "The world was not stopped in this time.", null);
        }
        long longest = pauses.stream().mapToLong(Range::durationNs).max().orElse(0);
        return NamedChart.overTime(title, Units.count(pauses.size(), "pause") + ", up to " + Units.duration(longest),
                PausesChart.of(data.model(), data.range(), data.columns(), theme));
    }

    /// Histogram of the time from runnable to running.
    public static NamedChart latency(ChartData data, ChartTheme theme) {
        String title = "Run-queue latency";
        Histogram latencies = data.population().latencies();
        if (latencies.count() == 0) {
            return NamedChart.ofDurations(title,
                    "No goroutine became runnable and then ran while the trace was recorded.",
                    null);
        }
        return NamedChart.ofDurations(title, quantiles(latencies), HistogramChart.of(latencies,
                new HistogramChart.Look("Time from runnable to running", Role.RUNNABLE), theme));
    }

    /// Tasks under way over time, and what is inferred where there are none.
    public static NamedChart tasks(ChartData data, ChartTheme theme) {
        TaskCounts counts = data.tasks();
        if (counts.total() < 0) {
            return NamedChart.overTime("Tasks in progress", "Looking for tasks and requests…", null);
        }
        if (counts.total() == 0) {
            return NamedChart.overTime("Tasks in progress",
                    "The program does not create tasks (runtime/trace.NewTask), and"
                            + " stacks show no requests, tests or workers' items.",
                    null);
        }
        long tasks = counts.total() - counts.inferred();
        if (counts.inferred() == 0) {
            return NamedChart.overTime("Tasks in progress", Units.count(tasks, "task") + " in total",
                    TasksChart.of(data, theme));
        }
        return NamedChart.overTime("Requests, tests and items in progress",
                Units.count(counts.inferred()) + " inferred from stacks"
                        + (tasks == 0 ? "" : "; " + Units.count(tasks, "task")),
                TasksChart.of(data, theme));
    }

    /// How busy each P was over time.
    public static NamedChart heat(ProcHeat heat, ChartTheme theme) {
        String title = "P utilization by P";
        return heat.busy().length == 0
                ? NamedChart.overTime(title, "The trace names no P.", null)
                : NamedChart.overTime(title, "the darker, the more of the time a goroutine ran",
                        HeatChart.of(heat, theme));
    }

    /// The least share of the Ps that the program had, by length of the window.
    ///
    /// @param durationNs of the time that the utilization is of
    public static NamedChart utilization(MutatorUtilization utilization, long durationNs, ChartTheme theme) {
        String title = "Mutator utilization";
        boolean untouched = Arrays.stream(utilization.shares()).allMatch(share -> share >= 1);
        return untouched
                ? NamedChart.ofDurations(title, "Nothing of what is chosen took a P from the program.", null)
                : NamedChart.ofDurations(title,
                        "at least " + Units.share(utilization.minimum(1_000_000)) + " in any 1 ms, "
                                + Units.share(utilization.minimum(10_000_000)) + " in any 10 ms",
                        UtilizationChart.of(utilization, durationNs, theme));
    }

    /// Histograms of pauses, the run queue, tasks, regions and lives of goroutines.
    public static List<NamedChart> histograms(ChartData data, Distributions of, ChartTheme theme) {
        return List.of(
                histogram("Durations of pauses", "pause", of.pauses(), new HistogramChart.Look("Pauses", Role.STW),
                        theme),
                latency(data, theme),
                histogram("Durations of tasks and requests", "task or request that ended", of.tasks(),
                        new HistogramChart.Look("Tasks and requests", Role.TASK), theme),
                histogram("Durations of regions", "region that ended", of.regions(),
                        new HistogramChart.Look("Regions", Role.REGION), theme),
                histogram("Lifetimes of goroutines", "goroutine that was created and ended", of.lifetimes(),
                        new HistogramChart.Look("Goroutines", Role.RUNNING), theme));
    }

    private static NamedChart histogram(String title, String what, Histogram durations, HistogramChart.Look look,
            ChartTheme theme) {
        return durations.count() == 0
                ? NamedChart.ofDurations(title, "There is no " + what + " in this time.", null)
                : NamedChart.ofDurations(title, Units.count(durations.count()) + ", " + quantiles(durations),
                        HistogramChart.of(durations, look, theme));
    }

    /// The ranges of a kind that touch the time shown.
    private static List<Range> within(ChartData data, Range.Kind kind) {
        return data.model().ranges(kind).stream()
                .filter(range -> range.endNs() >= data.range().fromNs() && range.startNs() <= data.range().toNs())
                .toList();
    }

    private static String quantiles(Histogram of) {
        return "median " + Units.duration(of.quantile(0.5), of.exact()) + ", p99 "
                + Units.duration(of.quantile(0.99), of.exact()) + ", max " + Units.duration(of.max());
    }
}
