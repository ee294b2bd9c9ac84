package dev.faultline.model.analysis.gc;

/// One garbage collection.
///
/// @param startNs begin of its mark phase, nanoseconds since the trace's first event
/// @param endNs end of it
/// @param trigger who started it
/// @param stack stack of who started it, 0 when unknown
/// @param stopNs its stop-the-world pauses, summed; each pause counts for one collection
/// @param assistNs mark assists within it, summed over goroutines
/// @param assists number of those
/// @param workerNs time that the collector's own workers ran in it, summed
/// @param sweepNs sweeping from its end to the next collection, summed
/// @param heap the heap's size
public record GcCycle(long startNs, long endNs, Trigger trigger, int stack, long stopNs, long assistNs, int assists,
        long workerNs, long sweepNs, Heap heap) {
    /// Live and new objects in bytes, 0 where unknown.
    ///
    /// @param before when it began
    /// @param after least until the next collection
    /// @param goal where it was to end, as set when it began
    public record Heap(long before, long after, long goal) {}

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
