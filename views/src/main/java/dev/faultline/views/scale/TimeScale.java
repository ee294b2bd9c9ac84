package dev.faultline.views.scale;

/// Turns trace time into view px and back. A `double` holds whole nanoseconds exactly up to 2^53, which is 104 days of
/// trace; beyond that a pixel is off by one at most. Pixels are not clamped: a span that begins before the view gets a
/// negative one.
///
/// @param startNs trace time at `originPx`
/// @param nsPerPx nanoseconds that one px covers, more than 0
/// @param originPx px where the scale begins
/// @param zero what trace time 0 is called
public record TimeScale(double startNs, double nsPerPx, double originPx, ZeroTime zero) {
    /// @throws IllegalArgumentException when `nsPerPx` is not above 0
    public TimeScale {
        if (!(nsPerPx > 0)) {
            throw new IllegalArgumentException("a px must cover some time, not " + nsPerPx + " ns");
        }
    }

    /// A scale whose times are called what they are.
    public TimeScale(double startNs, double nsPerPx, double originPx) {
        this(startNs, nsPerPx, originPx, ZeroTime.ITSELF);
    }

    /// The scale that spreads a range over `widthPx` px from `originPx` on.
    public static TimeScale of(TimeRange range, double originPx, double widthPx) {
        double duration = Math.max(1, range.durationNs());
        return new TimeScale(range.fromNs(), duration / Math.max(1, widthPx), originPx);
    }

    /// The same scale where trace time 0 is called by another time.
    public TimeScale called(long ns) {
        return called(new ZeroTime(ns, false));
    }

    /// The same scale where trace time 0 is called something else.
    public TimeScale called(ZeroTime by) {
        return new TimeScale(startNs, nsPerPx, originPx, by);
    }

    public double px(double ns) {
        return originPx + (ns - startNs) / nsPerPx;
    }

    /// The moment at a px, rounded to whole nanoseconds.
    public long ns(double px) {
        return Math.round(startNs + (px - originPx) * nsPerPx);
    }

    /// Width of a duration.
    public double widthPx(double ns) {
        return ns / nsPerPx;
    }

    /// The time between two px.
    public TimeRange range(double fromPx, double toPx) {
        return TimeRange.between(ns(fromPx), ns(toPx));
    }
}
