package dev.faultline.model.compare;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The old traces, or the new ones.
///
/// @param traces one a run, at least one
public record Side(List<TraceFigures> traces) {
    /// @throws IllegalArgumentException if there is no trace
    public Side {
        traces = List.copyOf(traces);
        if (traces.isEmpty()) {
            throw new IllegalArgumentException("a side needs at least one trace");
        }
    }

    /// Number of runs.
    public int runs() {
        return traces.size();
    }

    /// Median length of the traces, nanoseconds.
    public double durationNs() {
        return Significance.median(traces.stream().mapToDouble(TraceFigures::durationNs).toArray());
    }

    Set<Subject> subjects() {
        Set<Subject> all = new TreeSet<>();
        traces.forEach(trace -> all.addAll(trace.values().keySet()));
        return all;
    }

    /// What each trace that has a subject says of it.
    List<Map<Quantity, Reading>> of(Subject subject) {
        return traces.stream().map(trace -> trace.values().get(subject)).filter(Objects::nonNull).toList();
    }

    /// The values of a quantity, run by run, without the runs that have none.
    List<Reading> readings(Subject subject, Quantity quantity) {
        return traces.stream().map(trace -> {
            Map<Quantity, Reading> of = trace.values().get(subject);
            Reading reading = of == null ? null : of.get(quantity);
            return reading == null && quantity.sum() ? Reading.NONE : reading;
        }).filter(r -> r != null && (quantity.sum() || r.events() >= quantity.limits().events())).toList();
    }

    /// Where the code of a subject is; empty where no trace tells.
    String place(Subject subject) {
        return traces.stream().map(trace -> trace.spots().get(subject)).filter(Objects::nonNull).map(Spot::code)
                .findFirst().orElse("");
    }
}
