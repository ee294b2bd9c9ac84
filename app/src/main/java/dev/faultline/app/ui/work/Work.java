package dev.faultline.app.ui.work;

import dev.faultline.trace.progress.Progress;

/// Something that takes long enough to need a thread of its own.
///
/// @param <T> what it yields
@FunctionalInterface
public interface Work<T> {
    /// Does it, asking `progress` now and then whether to stop.
    ///
    /// @throws java.util.concurrent.CancellationException when told to stop
    T run(Progress progress) throws Exception;
}
