package dev.faultline.app.ui.session;

import dev.faultline.trace.Progress;
import java.io.IOException;
import java.nio.file.Path;

/// Turns a file into opened traces. Runs off the UI thread.
@FunctionalInterface
public interface TraceOpener {
    /// @throws IOException with a sentence for people when the file cannot be read as a trace
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    OpenedFile open(Path file, Progress progress) throws IOException;
}
