package dev.faultline.app.ui.session;

import dev.faultline.model.analysis.Facts;
import dev.faultline.trace.Trace;

/// A trace that was read and reconstructed. Closing frees its memory.
///
/// @param trace the events
/// @param facts the model of them and what is derived from it
public record Opened(Trace trace, Facts facts) implements AutoCloseable {
    @Override
    public void close() {
        trace.close();
    }
}
