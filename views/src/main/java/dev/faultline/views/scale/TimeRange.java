package dev.faultline.views.scale;

/// A stretch of trace time.
///
/// @param fromNs begin, nanoseconds since the trace's first event
/// @param toNs end, not before the start
public record TimeRange(long fromNs, long toNs) {
    /// @throws IllegalArgumentException when the end lies before the start
    public TimeRange {
        if (toNs < fromNs) {
            throw new IllegalArgumentException("a range must not end before it begins: " + fromNs + " to " + toNs);
        }
    }

    /// The range between two moments, whichever comes first.
    public static TimeRange between(long aNs, long bNs) {
        return new TimeRange(Math.min(aNs, bNs), Math.max(aNs, bNs));
    }

    public long durationNs() {
        return toNs - fromNs;
    }

    public long middleNs() {
        return fromNs + durationNs() / 2;
    }

    /// Whether a moment lies in it, the end not included.
    public boolean contains(long ns) {
        return ns >= fromNs && ns < toNs;
    }

    /// Whether it shares more than an end point with another range.
    public boolean overlaps(long otherFromNs, long otherToNs) {
        return otherFromNs < toNs && otherToNs > fromNs;
    }

    /// The same duration, later by `ns` (earlier when negative).
    public TimeRange shifted(long ns) {
        return new TimeRange(fromNs + ns, toNs + ns);
    }

    /// Scaled by `factor` so that `fixedNs` keeps its relative place; never shorter than 1 ns.
    public TimeRange zoomed(double factor, long fixedNs) {
        double duration = Math.max(1, durationNs() * factor);
        double place = durationNs() == 0 ? 0.5 : (double) (fixedNs - fromNs) / durationNs();
        long from = Math.round(fixedNs - place * duration);
        return new TimeRange(from, from + Math.max(1, Math.round(duration)));
    }

    /// With a margin of `share` of the duration on both sides.
    public TimeRange padded(double share) {
        long margin = Math.max(1, Math.round(durationNs() * share));
        return new TimeRange(fromNs - margin, toNs + margin);
    }

    /// As long as given, with the same middle, where it is shorter.
    public TimeRange atLeast(long ns) {
        long margin = Math.max(0, (ns - durationNs() + 1) / 2);
        return new TimeRange(fromNs - margin, toNs + margin);
    }

    /// Moved, and if need be shortened, so that it lies inside `whole`.
    public TimeRange within(TimeRange whole) {
        long duration = Math.min(durationNs(), whole.durationNs());
        long from = Math.clamp(fromNs, whole.fromNs, whole.toNs - duration);
        return new TimeRange(from, from + duration);
    }
}
