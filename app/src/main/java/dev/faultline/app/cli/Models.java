package dev.faultline.app.cli;

import dev.faultline.model.ModelBuilder;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.Trace;

/// Reconstructs the run, with progress for people who watch.
final class Models {
    private Models() {
    }

    static TraceModel of(Trace trace, Terminal terminal) {
        try (ProgressLine.Watched watched = ProgressLine.on(terminal)) {
            return ModelBuilder.build(trace, watched.progress());
        }
    }
}
