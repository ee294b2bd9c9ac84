package dev.faultline.model;

import java.util.List;

/// The user regions of a trace, in order of the event that tells of each first: its begin, or a lone end. A [Region] is made
/// when asked for; the columns are cheaper where only some of it is needed.
///
/// An end closes the innermost open region of its name and task on its goroutine. Regions inside that one stay open: whoever
/// forgot to end them may still do so. Go's own reader (internal/trace/order.go) refuses a whole trace of Go 1.22 or later
/// for such an end; here it is counted, see [TraceModel#mismatchedRegionEnds].
public interface Regions extends List<Region> {
    /// Index of its goroutine.
    default int goroutine(int i) {
        return get(i).goroutine();
    }

    /// Id of its task, 0 for none.
    default long task(int i) {
        return get(i).task();
    }

    /// String id of its type.
    int nameId(int i);

    /// Whether its begin is in the trace.
    default boolean began(int i) {
        return get(i).began();
    }

    /// Whether its end is in the trace.
    default boolean ended(int i) {
        return get(i).ended();
    }

    /// Its begin, nanoseconds since the trace's first event; when its goroutine is known from where it began before.
    default long startNs(int i) {
        return get(i).startNs();
    }

    /// Its end; the end of its goroutine where it has none.
    default long endNs(int i) {
        return get(i).endNs();
    }

    /// Stack of its begin, 0 when unknown.
    default int beginStack(int i) {
        return get(i).beginStack();
    }
}
