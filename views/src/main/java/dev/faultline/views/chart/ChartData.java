package dev.faultline.views.chart;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.life.LiveGoroutines;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.timing.StateLevels;
import dev.faultline.views.scale.TimeRange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// The numbers behind the charts of one range, for pictures of a given width. Counting them is the slow part (one pass
/// over the spans, one over the tasks); drawing any number of charts of them is quick.
///
/// @param model the run
/// @param population its goroutines in steps of about one px
/// @param tasks its tasks, and what is inferred where there are none, in the same steps
/// @param peak most goroutines of the program that lived at one moment
public record ChartData(TraceModel model, Population population, TaskCounts tasks, long peak) {
    /// Counts a range for pictures that are `columns` px wide; two threads take part.
    public static ChartData of(Facts facts, TimeRange range, int columns) {
        return of(facts.model(), facts.runs().all(), range, columns);
    }

    /// @param runs what goroutines worked on
    static ChartData of(TraceModel model, List<Run> runs, TimeRange range, int columns) {
        CompletableFuture<StateLevels> levels = CompletableFuture
                .supplyAsync(() -> StateLevels.of(model, range.fromNs(), range.toNs(), columns));
        return of(model, TaskCounts.of(runs, range, columns, TasksChart.NAMES), range, levels::join);
    }

    /// The whole trace, whose levels were most likely counted while it was read; its tasks are not looked for.
    public static ChartData withoutTasks(Facts facts) {
        TimeRange whole = new TimeRange(0, Math.max(1, facts.model().durationNs()));
        return of(facts.model(), TaskCounts.UNKNOWN, whole, facts::stateLevels);
    }

    /// What the report shows: the whole trace, whose levels were most likely counted while it was read.
    public static ChartData of(Facts facts) {
        TimeRange whole = new TimeRange(0, Math.max(1, facts.model().durationNs()));
        TaskCounts tasks = TaskCounts.of(facts.runs().all(), whole, StateLevels.STEPS, TasksChart.NAMES);
        return of(facts.model(), tasks, whole, facts::stateLevels);
    }

    private static ChartData of(TraceModel model, TaskCounts tasks, TimeRange range, Supplier<StateLevels> levels) {
        long peak = LiveGoroutines.peak(model.goroutines(), range.fromNs(), range.toNs());
        return new ChartData(model, new Population(levels.get()), tasks, peak);
    }

    /// The range shown.
    public TimeRange range() {
        return population.range();
    }

    /// Whether that is all of the trace.
    boolean wholeTrace() {
        return range().fromNs() <= 0 && range().toNs() >= model.durationNs();
    }

    /// Px of the picture.
    int columns() {
        return population.steps();
    }
}
