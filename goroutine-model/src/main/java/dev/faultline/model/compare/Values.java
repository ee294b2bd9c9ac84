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
    /// So many of them take no longer than usual; fewer than this tell nothing of that.
    private static final double USUAL = 0.95;
    private static final int FEW = 20;

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

    /// A sum of durations and more, as so much a second; those of them that take longest may be chance.
    ///
    /// @param more what else is in the sum, nanoseconds
    void perSecond(Subject subject, Quantity quantity, Histogram times, double more) {
        double usual = times.count() < FEW ? times.sum() : times.sum() - times.sumFrom(times.quantile(USUAL) + 1.0);
        put(subject, quantity, Reading.of((times.sum() + more) / seconds, usual / seconds, times.count()));
    }

    /// The same of a sum of which a part may be chance.
    ///
    /// @param without the sum without that part
    void perSecond(Subject subject, Quantity quantity, double sum, double without, long events) {
        put(subject, quantity, Reading.of(sum / seconds, without / seconds, events));
    }

    /// A sum over the whole trace, as so much a second.
    void perSecond(Subject subject, Quantity quantity, double sum, long events) {
        put(subject, quantity, sum / seconds, events);
    }
}
