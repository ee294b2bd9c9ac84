package dev.faultline.views.chart;

import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/// A chart and the words around it.
///
/// @param title what it shows
/// @param note its main figures in a few words; without a chart the sentence that says what is missing
/// @param chart the picture, null when the trace lacks the data
public record NamedChart(String title, String note, @Nullable JFreeChart chart) {}
