package dev.faultline.trace;

import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.store.TraceStore;
import java.io.IOException;
import java.util.function.Supplier;

/// Reads the rows of a trace whose texts, stacks and ids came from its index. Reading the same bytes gives the same rows
/// with the same ids, so what is kept goes on to fit them. Holds the trace's bytes until then, or until the trace is closed.
final class LaterRows implements Supplier<EventStore> {
    private final TraceSource source;
    private final TraceStore store;
    private final TraceReader.Reading reading;
    private boolean closed;

    /// @param store where the rows go; closing it frees the bytes
    LaterRows(TraceSource source, TraceStore store, TraceReader.Reading reading) {
        this.source = source;
        this.store = store;
        this.reading = reading;
    }

    /// @throws TraceChangedException when these are no longer the bytes that the index is of
    @Override
    public EventStore get() {
        try {
            if (!store.isOf(source.bytes())) {
                throw new TraceChangedException();
            }
            EventStore rows = reading.read(store).events();
            close();
            return rows;
        } catch (IOException | InternalError e) {
            // InternalError: a mapped file that has become shorter
            throw new TraceChangedException(e);
        }
    }

    /// Frees the bytes.
    synchronized void close() {
        if (!closed) {
            closed = true;
            source.close();
        }
    }
}
