package dev.faultline.trace.v1;

/// Told how far the work is. May end it by throwing [java.util.concurrent.CancellationException].
@FunctionalInterface
public interface V1Watch {
    /// `done` of `total` units of the named phase are behind us. Called often.
    void at(String phase, long done, long total);
}
