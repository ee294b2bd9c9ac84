package dev.faultline.trace.progress;

/// How long work speaks to whoever started it. Methods may be called from any thread.
public interface Progress {
    /// Ignores everything and never cancels.
    Progress NONE = new Progress() {
        @Override
        public void update(Phase phase, long done, long total) {
            // nobody watches
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /// Tells that `done` of `total` units of a phase are behind us, each a [Phase#unit].
    void update(Phase phase, long done, long total);

    /// Whether the work should stop; it then throws [java.util.concurrent.CancellationException] within 200 ms.
    boolean cancelled();
}
