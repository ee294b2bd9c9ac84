package dev.faultline.model.analysis;

/// One garbage collection.
///
/// @param startNs begin of its mark phase, nanoseconds since the trace's first event
/// @param endNs end of it
/// @param trigger who started it
/// @param stack stack of who started it, 0 when unknown
/// @param stopNs its stop-the-world pauses, summed
/// @param assistNs mark assists within it, summed over goroutines
/// @param assists number of those
/// @param heapBytes heap when it began, 0 when unknown
/// @param goalBytes goal of the heap when it began, 0 when unknown
public record GcCycle(long startNs, long endNs, Trigger trigger, int stack, long stopNs, long assistNs, int assists,
        long heapBytes, long goalBytes) {
    /// What started a collection.
    public enum Trigger {
        /// The heap came near its goal.
        PACER,
        /// A call in the program.
        BY_HAND,
        /// Two minutes without one.
        PERIODIC
    }

    /// Length of the mark phase.
    public long durationNs() {
        return endNs - startNs;
    }
}
