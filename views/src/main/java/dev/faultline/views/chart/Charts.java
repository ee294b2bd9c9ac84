package dev.faultline.views.chart;

import dev.faultline.model.Metric;
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

    /// Goroutines by state, heap, P utilization, pauses, run-queue latency, tasks. A chart for which the trace has no data is in
    /// the list without a picture and says why.
    public static List<NamedChart> all(ChartData data, ChartTheme theme) {
        return List.of(goroutines(data, theme), heap(data, theme), processors(data, theme), pauses(data, theme),
                latency(data, theme), tasks(data, theme));
    }

    /// Live goroutines of the program by state over time.
    public static NamedChart goroutines(ChartData data, ChartTheme theme) {
        return new NamedChart("Goroutines by state", "up to " + Units.count(data.peak()) + " at a time",
                GoroutinesChart.of(data.population(), theme));
    }

    /// Heap and its goal over time.
    public static NamedChart heap(ChartData data, ChartTheme theme) {
        String title = "Heap and heap goal";
        long peak = MetricSeries.find(data.model(), Metric.HEAP_OBJECTS)
                .map(m -> Arrays.stream(m.values()).max().orElse(0)).orElse(0L);
        int cycles = data.model().ranges(Range.Kind.GC_MARK).size();
        String note = "up to " + Units.bytes(peak) + ", "
                + (cycles == 0 ? "no GC cycles" : Units.count(cycles, "GC cycle"));
        return HeapChart.of(data.model(), data.range(), data.columns(), theme)
                .map(chart -> new NamedChart(title, note, chart))
                .orElseGet(() -> new NamedChart(title,
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
        return new NamedChart("P utilization", note,
                ProcessorsChart.of(data.model(), population, theme));
    }

    /// Stop-the-world pauses over time.
    public static NamedChart pauses(ChartData data, ChartTheme theme) {
        String title = "Stop-the-world pauses";
        List<Range> pauses = data.model().ranges(Range.Kind.STW);
        if (pauses.isEmpty()) {
            return new NamedChart(title, "The world was not stopped while the trace was recorded.", null);
        }
        long longest = pauses.stream().mapToLong(Range::durationNs).max().orElse(0);
        return new NamedChart(title, Units.count(pauses.size(), "pause") + ", up to " + Units.duration(longest),
                PausesChart.of(data.model(), data.range(), data.columns(), theme));
    }

    /// Histogram of the time from runnable to running.
    public static NamedChart latency(ChartData data, ChartTheme theme) {
        String title = "Run-queue latency";
        Histogram latencies = data.population().latencies();
        if (latencies.count() == 0) {
            return new NamedChart(title, "No goroutine became runnable and then ran while the trace was recorded.",
                    null);
        }
        return new NamedChart(title, "median " + Units.duration(latencies.quantile(0.5), latencies.exact()) + ", p99 "
                + Units.duration(latencies.quantile(0.99), latencies.exact()) + ", max "
                + Units.duration(latencies.max()),
                LatencyChart.of(latencies, theme));
    }

    /// Tasks under way over time, and what is inferred where there are none.
    public static NamedChart tasks(ChartData data, ChartTheme theme) {
        TaskCounts counts = data.tasks();
        if (counts.total() == 0) {
            return new NamedChart("Tasks in progress", "The program does not create tasks (runtime/trace.NewTask), and"
                    + " stacks show no requests, tests or workers' items.", null);
        }
        long tasks = counts.total() - counts.inferred();
        if (counts.inferred() == 0) {
            return new NamedChart("Tasks in progress", Units.count(tasks, "task") + " in total",
                    TasksChart.of(data, theme));
        }
        return new NamedChart("Requests, tests and items in progress",
                Units.count(counts.inferred()) + " inferred from stacks"
                        + (tasks == 0 ? "" : "; " + Units.count(tasks, "task")),
                TasksChart.of(data, theme));
    }
}
