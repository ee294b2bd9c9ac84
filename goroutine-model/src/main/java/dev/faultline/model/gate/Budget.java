package dev.faultline.model.gate;

import dev.faultline.model.metric.Measured;
import dev.faultline.model.metric.TraceMetric;
import java.util.OptionalDouble;

/// A limit of a metric.
///
/// @param metric that is limited
/// @param most whether the limit is the highest value that passes, else the lowest
/// @param limit in the metric's unit
public record Budget(TraceMetric metric, boolean most, double limit) {
    /// A budget and what a trace has of its metric.
    ///
    /// @param value empty where the trace does not tell
    public record Use(Budget budget, OptionalDouble value) {
        /// Whether the value is beyond the limit. One that the trace does not tell is not.
        public boolean broken() {
            return value.isPresent() && (budget.most
                    ? value.getAsDouble() > budget.limit
                    : value.getAsDouble() < budget.limit);
        }

        /// `stw is 1.20 ms, limit 1 ms`.
        public String text() {
            TraceMetric metric = budget.metric;
            String limit = (budget.most ? "at most " : "at least ") + metric.text(budget.limit);
            return value.isPresent()
                    ? metric.name() + " is " + metric.text(value.getAsDouble()) + ", allowed " + limit
                    : metric.name() + " has no value in this trace, allowed " + limit;
        }
    }

    /// How a trace stands to it.
    public Use in(Measured trace) {
        return new Use(this, metric.of(trace));
    }
}
