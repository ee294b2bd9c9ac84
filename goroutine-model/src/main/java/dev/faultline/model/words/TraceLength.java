package dev.faultline.model.words;

import dev.faultline.trace.Trace;

/// How long a trace is, in words.
public final class TraceLength {
    private TraceLength() {
        // functions only
    }

    /// Its duration; of a stretch also where it lies: `300 ms (from 100 ms to 400 ms)`.
    public static String of(Trace trace) {
        String duration = Units.duration(trace.durationNs());
        long from = trace.originNs();
        return trace.isStretch()
                ? duration + " (from " + Units.time(from) + " to " + Units.time(from + trace.durationNs()) + ")"
                : duration;
    }
}
