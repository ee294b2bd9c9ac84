package dev.faultline.model.metric;

import java.util.OptionalDouble;

/// A figure of a whole trace, or of the stretch that is looked at.
///
/// @param name as users give it: `stw`, or `p99-task:checkout` where it is about something that the program names
/// @param unit of its values
/// @param better which of two values is better
/// @param meaning what it is, as a phrase in the language of the user
/// @param source tells its value
public record TraceMetric(String name, MetricUnit unit, Better better, String meaning, Source source) {
    /// Where a value comes from.
    @FunctionalInterface
    public interface Source {
        /// Empty where the trace does not tell.
        OptionalDouble of(Measured trace);
    }

    /// Its value in a trace; empty where the trace does not tell.
    public OptionalDouble of(Measured trace) {
        return source.of(trace);
    }

    /// A value for people: `1.20 ms`.
    public String text(double value) {
        return unit.text(value);
    }
}
