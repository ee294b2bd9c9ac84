package dev.faultline.model.compare;

import dev.faultline.model.metric.Better;
import dev.faultline.model.words.Figures;

/// A number that both sides have of a subject, and what counts as a difference of it.
///
/// @param name for scripts: that of a metric of the list of all metrics where it is one, else such as `median-wait`
/// @param label the same for people, without unit: `median wait`
/// @param unit as names of figures end: `ns`, `bytes`, `ratio`, `count`, `per_s`, `ns_per_s`
/// @param better which of two values is better
/// @param made how it comes about
/// @param limits what counts as a difference while too few runs tell the spread
/// @param weight how much a difference of it says of the cause: 1 for a wait, more for what makes others wait, less for what
///     only takes longer because of others
public record Quantity(String name, String label, String unit, Better better, Made made, Limits limits,
        double weight) {
    /// How a value comes about, and so how much chance moves it.
    public enum Made {
        /// A number of single things, over the trace or a second of it. A trace without the subject has 0.
        COUNT,
        /// A sum of their times, over a second of the trace. A trace without the subject has 0.
        TIME,
        /// A median of them. A trace without the subject has none.
        MEDIAN,
        /// A high percentile, or the longest: a few of them make it, so one run tells little.
        TAIL,
        /// A figure of the whole trace.
        LEVEL
    }

    /// What counts as a difference.
    ///
    /// @param ratio the larger value is at least so many times the smaller
    /// @param floor the values are at least so far apart, in the quantity's unit; more than 0
    /// @param events what was made of fewer single things says nothing
    public record Limits(double ratio, double floor, long events) {}

    /// A value with its unit.
    public String text(double value) {
        return Figures.value("_" + unit, value);
    }

    /// Whether a trace without the subject has none of it, so that 0 stands for it; else it has no value there.
    boolean sum() {
        return made == Made.COUNT || made == Made.TIME;
    }

    /// Whether two values are further apart than the floor, and than a factor.
    boolean apart(double a, double b, double factor) {
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        return high - low >= limits.floor && high >= low * factor;
    }

    /// How far one value is from the other in doublings, where what lies below the floor counts little: positive when the
    /// second is larger.
    double doublings(double a, double b) {
        return Math.log((b + limits.floor) / (a + limits.floor)) / Math.log(2);
    }
}
