package dev.faultline.views.chart;

import dev.faultline.model.TraceModel;
import dev.faultline.views.scale.TimeRange;

/// The numbers behind the charts of one range, for pictures of a given width. Counting them is the slow part (one pass
/// over the spans); any number of charts can be made of them at once.
///
/// @param model the run
/// @param population its goroutines in steps of about one px
public record ChartData(TraceModel model, Population population) {
    /// Counts a range for pictures that are `columns` px wide.
    public static ChartData of(TraceModel model, TimeRange range, int columns) {
        return new ChartData(model, Population.of(model, range, columns));
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
