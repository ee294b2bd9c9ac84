package dev.faultline.trace.order;

import dev.faultline.trace.event.Clock;
import dev.faultline.trace.event.Rows;
import dev.faultline.trace.wire.Gap;
import dev.faultline.trace.wire.RawGeneration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A generation in order, still with its own indices of goroutines and threads.
///
/// @param start absolute time of its start, in clock units
/// @param latest absolute time when its last event was written, in clock units
/// @param wallClock wall-clock time of the start, null when not told
/// @param goroutines ids by the generation's own index
/// @param threads ids by the generation's own index
/// @param gaps what could not be decoded, in file order
/// @param oddities how often what was not as it should be
public record OrderedGeneration(RawGeneration raw, Rows rows, Clock clock, long start, long latest,
        @Nullable Instant wallClock,
        long[] goroutines, long[] threads, List<Gap> gaps, Oddities oddities) {
    /// @param forced events made ready against the state
    /// @param skipped events dropped
    /// @param contradictions events that contradicted the state and were believed
    /// @param duplicateIds strings and stacks whose id was taken
    /// @param unknownIds references to strings and stacks that are not there
    public record Oddities(long forced, long skipped, long contradictions, long duplicateIds, long unknownIds) {
        /// Events that did not fit the others.
        public long disorder() {
            return forced + skipped + contradictions;
        }
    }
}
