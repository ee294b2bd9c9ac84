package dev.faultline.model;

/// The user regions of a trace, ordered by the first event of each: its start, or a lone end. One that began
/// before the trace begins where its goroutine is known from, one without an end ends with its goroutine.
///
/// An end closes the innermost open region of its name and task on its goroutine. Regions inside that one stay open: whoever
/// forgot to end them may still do so. Go's own reader (internal/trace/order.go) refuses a whole trace of Go 1.22 or later
/// for such an end; here it is counted, see [TraceModel#mismatchedRegionEnds].
public interface Regions extends UserIntervals<Region> {
    /// Index of its goroutine.
    int goroutine(int i);

    /// Id of its task, 0 for none.
    long task(int i);
}
