package dev.faultline.model;

import it.unimi.dsi.fastutil.ints.IntList;

/// A user task (`trace.NewTask`).
///
/// @param id as the program has it; 0 for [TraceModel#backgroundTask] only
/// @param name its type, empty when its start is not in the trace
/// @param parent id of the parent task, 0 when none
/// @param startNs begin, 0 when before the trace
/// @param endNs end, the trace's end when it did not end
/// @param began whether its start is in the trace
/// @param ended whether its end is in the trace
/// @param creator index of the goroutine that began it, -1 when unknown
/// @param beginStack stack of its start, 0 when unknown
/// @param regions indices into [TraceModel#regions()]
/// @param logs rows of its log messages
/// @param goroutines indices of goroutines that ran a region or logged for it, or began or ended it
public record Task(long id, String name, long parent, long startNs, long endNs, boolean began, boolean ended,
        int creator, int beginStack, IntList regions, IntList logs, IntList goroutines) {
    public long durationNs() {
        return endNs - startNs;
    }

    /// Whether it is known only from before a range of a trace: it had ended when the range began.
    public boolean endedBefore() {
        return ended && !began && endNs == 0;
    }
}
