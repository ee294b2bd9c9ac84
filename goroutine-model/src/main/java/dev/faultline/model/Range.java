package dev.faultline.model;

import org.jspecify.annotations.Nullable;

/// A stretch of time in which the runtime did one thing.
///
/// @param kind what it did
/// @param reason of a pause such as `GC mark termination`, empty otherwise
/// @param startNs begin, nanoseconds since the trace's first event; 0 when it began before
/// @param endNs end; the trace's end when still open
/// @param openStart began before the trace
/// @param openEnd not over at the end of the trace
/// @param goroutine index of the goroutine that stopped the world or assists, or that ran on the sweeping P both when
/// the sweep began and when it ended; -1 when none
/// @param proc number of the P that sweeps, -1 when none
/// @param stack stack of the start, 0 when unknown
/// @param beginRow row of the beginning event; with `openStart` of the first event that told of the range
/// @param a bytes swept; sequence number of a GC cycle
/// @param b bytes reclaimed
public record Range(Kind kind, String reason, long startNs, long endNs, boolean openStart, boolean openEnd,
        int goroutine, int proc, int stack, int beginRow, long a, long b) {
    /// What the runtime did.
    public enum Kind {
        /// Concurrent mark phase of a cycle.
        GC_MARK,
        /// Incremental sweep on one P.
        GC_SWEEP,
        /// A goroutine pays for its allocations by marking.
        MARK_ASSIST,
        /// Stop-the-world pause, the time to bring the world to a stop included.
        STW
    }

    public long durationNs() {
        return endNs - startNs;
    }
}
