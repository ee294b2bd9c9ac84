package dev.faultline.app.ui.work;

import dev.faultline.trace.progress.Phase;

/// Progress of a job.
///
/// @param phase what it does now, for people; empty before the first report
/// @param done units of the phase that are behind us
/// @param total total units of the phase, 0 when unknown
/// @param phaseNs nanoseconds since the phase began
public record WorkProgress(Phase phase, long done, long total, long phaseNs) {
    static final WorkProgress START = new WorkProgress(Phase.STARTING, 0, 0, 0);

    /// Below this share the time left would be a guess.
    private static final double TELLING = 0.02;

    /// Share of the phase that is done, 0 to 1, or -1 when unknown.
    public double fraction() {
        return total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
    }

    /// Nanoseconds that the phase will still take at its speed so far, or -1 when there is nothing to tell it from.
    public long remainingNs() {
        double fraction = fraction();
        return fraction < TELLING ? -1 : (long) (phaseNs * (1 - fraction) / fraction);
    }
}
