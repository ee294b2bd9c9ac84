package dev.faultline.trace.v1;

import dev.faultline.trace.progress.Phase;

/// Told how far the work is. May end it by throwing [java.util.concurrent.CancellationException].
@FunctionalInterface
public interface V1Watch {
    /// `done` of `total` units of a phase are behind us. Called often.
    void at(Phase phase, long done, long total);
}
