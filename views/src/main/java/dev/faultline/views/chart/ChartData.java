package dev.faultline.views.chart;

import dev.faultline.model.TraceModel;
import dev.faultline.views.scale.TimeRange;
import java.util.concurrent.CompletableFuture;

/// The numbers behind the charts of one range, for pictures of a given width. Counting them is the slow part (one pass
/// over the spans, one over the tasks); drawing any number of charts of them is quick.
///
/// @param model the run
/// @param population its goroutines in steps of about one px
/// @param tasks its user tasks in the same steps
/// @param peak most goroutines of the program that lived at one moment
public record ChartData(TraceModel model, Population population, TaskCounts tasks, long peak) {
    /// Counts a range for pictures that are `columns` px wide; two threads take part.
    public static ChartData of(TraceModel model, TimeRange range, int columns) {
        CompletableFuture<Population> population = CompletableFuture
                .supplyAsync(() -> Population.of(model, range, columns));
        TaskCounts tasks = TaskCounts.of(model, range, columns, TasksChart.NAMES);
        long peak = LivePeak.of(model.goroutines(), range);
        return new ChartData(model, population.join(), tasks, peak);
    }

    /// The range shown.
    public TimeRange range() {
        return population.range();
    }

    /// Px of the picture.
    int columns() {
        return population.steps();
    }
}
