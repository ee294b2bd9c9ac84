package dev.faultline.model.summary;

import dev.faultline.model.Metric;

/// A metric in short.
///
/// @param count number of values, equal neighbours included
/// @param first first value, in the unit that the metric's name ends in
/// @param last last value
/// @param max largest value
public record MetricFigures(long count, long first, long last, long max) {
    static MetricFigures of(Metric metric) {
        long[] values = metric.values();
        return new MetricFigures(values.length, values[0], values[values.length - 1],
                metric.max());
    }
}
