package dev.faultline.model.words;

import dev.faultline.trace.Trace;

/// How moments of a trace are written: those of a stretch by the time that they have in the whole trace.
///
/// @param originNs where time 0 lies in the whole trace
/// @param stretch whether it is a part of one
public record Moments(long originNs, boolean stretch) {
    /// Of a whole trace.
    public static final Moments WHOLE = new Moments(0, false);

    public static Moments of(Trace trace) {
        return new Moments(trace.originNs(), trace.isStretch());
    }

    /// A moment to a thousandth of its unit: `803.329 ms`, `12.500 s`.
    ///
    /// @param ns nanoseconds since the trace's first event, or since the start of the stretch
    public String at(long ns) {
        return Units.time(originNs + ns);
    }

    /// A moment at one end of something short, with so many digits that its other end reads differently.
    ///
    /// @param spanNs how long it takes, nanoseconds; 0 for a moment
    public String at(long ns, long spanNs) {
        return Units.time(originNs + ns, spanNs);
    }

    /// A moment in few digits: `803 ms`.
    public String about(long ns) {
        return Units.duration(originNs + ns);
    }

    /// The two ends of something: `from 100.000 ms to 900.000 ms`.
    public String fromTo(long fromNs, long toNs) {
        return Units.fromTo(originNs + fromNs, originNs + toNs);
    }

    /// `before the trace started`, or the stretch.
    public String before() {
        return stretch ? "before the range" : "before the trace started";
    }

    /// `the end of the trace`, or of the stretch.
    public String end() {
        return stretch ? "the end of the range" : "the end of the trace";
    }
}
