package dev.faultline.trace;

import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.store.TraceStore;

/// Told of ordered rows while later parts of the trace are still being read, always on the thread that reads.
public interface RowListener {
    /// Takes nothing.
    RowListener NONE = new RowListener() {
        @Override
        public boolean wantsRows(TraceStore store) {
            return false;
        }

        @Override
        public void rows(Parts parts, Generation generation) {
            // nobody listens
        }
    };

    /// What a trace consists of while it grows. All that the announced rows name is in it.
    ///
    /// @param store where it lies, and where to put what grows with it
    record Parts(EventStore events, Strings strings, Stacks stacks, Ids goroutines, Ids threads, TraceStore store) {}

    /// Whether the rows are to be read at once, asked before anything else. If not, and the trace's texts, stacks and ids
    /// are kept from an earlier opening, rows are read when somebody first asks for one, and [#rows] is not called.
    ///
    /// @param store tells what is kept of the trace
    default boolean wantsRows(TraceStore store) {
        return true;
    }

    /// Comes once, before the first rows: when the trace is expected to end, nanoseconds since its first event. Damage may
    /// prove it wrong.
    default void expect(long endNs) {
    }

    /// The rows of a generation have come; each call continues where the one before ended. What it throws ends the
    /// reading.
    void rows(Parts parts, Generation generation);
}
