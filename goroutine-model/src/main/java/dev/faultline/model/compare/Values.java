package dev.faultline.model.compare;

import dev.faultline.model.analysis.measure.Histogram;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gathers the values of one trace.
final class Values {
    final SortedMap<Subject, Map<Quantity, Reading>> all = new TreeMap<>();
    final Map<Subject, Spot> spots = new HashMap<>();
    private final double seconds;

    /// @param durationNs length of the trace
    Values(long durationNs) {
        seconds = Math.max(1, durationNs) / 1e9;
    }

    void put(Subject subject, Quantity quantity, double value, long events) {
        put(subject, quantity, Reading.of(value, events));
    }

    /// A percentile of durations.
    ///
    /// @param share 0 to 1
    void percentile(Subject subject, Quantity quantity, Histogram times, double share) {
        put(subject, quantity, Reading.of(times, share));
    }

    private void put(Subject subject, Quantity quantity, Reading reading) {
        all.computeIfAbsent(subject, _ -> new LinkedHashMap<>()).put(quantity, reading);
    }

    /// A sum over the whole trace, as so much a second.
    void perSecond(Subject subject, Quantity quantity, double sum, long events) {
        put(subject, quantity, sum / seconds, events);
    }
}
