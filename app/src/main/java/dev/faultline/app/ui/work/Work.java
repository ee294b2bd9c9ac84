package dev.faultline.app.ui.work;

import dev.faultline.trace.progress.Progress;

/// A job that takes long enough to need its own thread.
///
/// @param <T> what it yields
@FunctionalInterface
public interface Work<T> {
    /// Does it, asking `progress` now and then whether to stop.
    ///
    /// @throws java.util.concurrent.CancellationException when cancelled
    T run(Progress progress) throws Exception;
}
