package dev.faultline.views.chart;

import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/// A chart and the words around it.
///
/// @param title what it shows
/// @param note its main figures in a few words; without a chart the sentence that says what is missing
/// @param chart the picture, null when the trace lacks the data
/// @param across what lies on its horizontal axis
public record NamedChart(String title, String note, @Nullable JFreeChart chart, Across across) {
    /// What can lie on a horizontal axis.
    public enum Across {
        /// Time of the trace, in nanoseconds.
        TIME,
        /// Durations, as logarithms of nanoseconds to the base of 10.
        DURATION
    }

    /// A chart over the time of the trace.
    static NamedChart overTime(String title, String note, @Nullable JFreeChart chart) {
        return new NamedChart(title, note, chart, Across.TIME);
    }

    /// A chart of how often durations occur.
    static NamedChart ofDurations(String title, String note, @Nullable JFreeChart chart) {
        return new NamedChart(title, note, chart, Across.DURATION);
    }
}
