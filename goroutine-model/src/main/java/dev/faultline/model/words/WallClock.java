package dev.faultline.model.words;

import dev.faultline.trace.Trace;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The time of day of moments of a trace. Traces know it since Go 1.25, each generation for itself.
public final class WallClock {
    private WallClock() {
    }

    /// The time of day of a moment, empty where the trace does not tell it.
    ///
    /// @param ns nanoseconds since the trace's first event
    public static Optional<Instant> at(Trace trace, long ns) {
        return trace.generations().stream().filter(g -> g.wallClock() != null)
                .reduce((best, next) -> next.startNs() <= ns ? next : best)
                .map(g -> Objects.requireNonNull(g.wallClock()).plusNanos(ns - g.startNs()));
    }
}
