package dev.faultline.trace;

import dev.faultline.trace.format.Loss;
import dev.faultline.trace.store.Codec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A self-contained slice of a trace, about one second long. A v1 trace is one generation.
///
/// @param number as written, not necessarily from 1
/// @param fromRow first row in the event store
/// @param toRow behind the last row
/// @param startNs time of its start, nanoseconds since the trace's first event
/// @param wallClock wall-clock time of `startNs`, null before Go 1.25
/// @param complete whether it is known to have ended properly
/// @param losses what could not be read of it, empty when nothing was lost
public record Generation(long number, int fromRow, int toRow, long startNs, @Nullable Instant wallClock,
        boolean complete, List<Loss> losses) {
    static final Codec<Generation> CODEC = Codec.of(Generation.class);

    /// Whether nothing is missing in this generation nor between it and a later one.
    public boolean continuesIn(Generation later) {
        return complete && later.number == number + 1;
    }
}
