package dev.faultline.trace.event;

/// What turns the numbers of one generation's rows into the trace's.
///
/// @param clock of the generation
/// @param zeroNs absolute time of the trace's first event
/// @param goroutines global goroutine index by the generation's own
/// @param threads global thread index by the generation's own
public record Origin(Clock clock, long zeroNs, int[] goroutines, int[] threads) {
    /// Nanoseconds since the trace's first event, at least 0.
    public long ns(long units) {
        return Math.max(0, clock.ns(units) - zeroNs);
    }

    int goroutine(int local) {
        return local < 0 ? -1 : goroutines[local];
    }

    int thread(int local) {
        return local < 0 ? -1 : threads[local];
    }
}
