package dev.faultline.trace;

import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;

/// Told of ordered rows while later parts of the trace are still being read, always on the thread that reads.
public interface RowListener {
    /// Takes nothing.
    RowListener NONE = (parts, generation) -> {
        // nobody listens
    };

    /// What a trace consists of while it grows. All that the announced rows name is in it.
    record Parts(EventStore events, Strings strings, Stacks stacks, Ids goroutines, Ids threads) {}

    /// The rows of a generation have come; each call continues where the one before ended. What it throws ends the
    /// reading.
    void rows(Parts parts, Generation generation);
}
