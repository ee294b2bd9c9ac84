package dev.faultline.app.ui.session;

import dev.faultline.trace.progress.Progress;
import dev.faultline.views.timeline.early.EarlyPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Turns a file into opened traces. Runs off the UI thread.
@FunctionalInterface
public interface TraceOpener {
    /// @throws IOException with a sentence for people when the file cannot be read as a trace
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    OpenedFile open(Path file, Progress progress) throws IOException;

    /// Whether the traces of a file are there already, so that opening it takes no time.
    default boolean ready(Path file) {
        return false;
    }

    /// The same, telling what the file holds while it is read.
    ///
    /// @param early takes pictures, on whatever thread reads
    default OpenedFile open(Path file, Progress progress, Consumer<EarlyPicture> early) throws IOException {
        return open(file, progress);
    }
}
