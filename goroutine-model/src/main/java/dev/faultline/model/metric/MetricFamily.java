package dev.faultline.model.metric;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Metrics of the same kind about things that the program names: `p99-task:NAME`.
///
/// @param name without what follows the colon
/// @param unit of the values
/// @param better which of two values is better
/// @param meaning what they are, as a phrase in the language of the user
/// @param source tells a value
/// @param names what a trace has them of
public record MetricFamily(String name, MetricUnit unit, Better better, String meaning, Source source,
        Function<Measured, ? extends Collection<String>> names) {
    /// Where the values come from.
    @FunctionalInterface
    public interface Source {
        /// Empty where the trace has nothing of that name.
        OptionalDouble of(Measured trace, String name);
    }

    /// As lists show it: `p99-task:NAME`.
    public String form() {
        return name + ":NAME";
    }

    /// The metric about one name.
    public TraceMetric of(String about) {
        return new TraceMetric(name + ":" + about, unit, better, meaning, trace -> source.of(trace, about));
    }
}
