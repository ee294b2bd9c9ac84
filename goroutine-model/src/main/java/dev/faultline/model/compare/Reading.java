package dev.faultline.model.compare;

import dev.faultline.model.analysis.measure.Histogram;

/// The value of a quantity in one trace.
///
/// @param value in the quantity's unit
/// @param low where it would be at least if chance had dealt the trace other single things of the same kind, or fewer of the
///     few that take longest: those are what a machine that stalls for a moment makes
/// @param high where it would be at most then
/// @param events how many single things it was made of; 0 where that is not a matter of counting
public record Reading(double value, double low, double high, long events) {
    /// Of a quantity of which a trace shows nothing.
    public static final Reading NONE = of(0, 0);

    /// Percentiles lie within so many standard deviations of the rank.
    private static final double DEVIATIONS = 3.3;

    static Reading of(double value, long events) {
        return new Reading(value, value, value, events);
    }

    /// A value that a few of the single things may have made.
    ///
    /// @param without the value without those
    static Reading of(double value, double without, long events) {
        return new Reading(value, Math.min(value, without), Math.max(value, without), events);
    }

    /// A percentile with what chance makes of it: by the ranks around it, so whatever the distribution.
    ///
    /// @param share 0 to 1
    static Reading of(Histogram times, double share) {
        double width = DEVIATIONS * Math.sqrt(share * (1 - share) / Math.max(1, times.count()));
        return new Reading(times.quantile(share), times.quantile(Math.max(0, share - width)),
                times.quantile(Math.min(1, share + width)), times.count());
    }
}
