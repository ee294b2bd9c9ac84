package dev.faultline.trace.wire;

import java.time.Instant;

/// Wall-clock time of a moment of the trace, from Go 1.25 on.
///
/// @param units absolute trace time of the moment, in clock units
public record ClockSnapshot(long units, Instant wall) {}
