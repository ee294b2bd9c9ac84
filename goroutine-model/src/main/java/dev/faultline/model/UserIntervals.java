package dev.faultline.model;

import java.util.List;

/// What the program itself says of its work, tasks or regions: intervals with a name. One is made as an object when asked
/// for; the columns are cheaper where only some of it is needed.
public interface UserIntervals<T> extends List<T> {
    /// String id of its type, 0 when unknown.
    int nameId(int i);

    /// The same as text, empty when unknown.
    String name(int i);

    /// Whether its start is in the trace.
    boolean began(int i);

    /// Whether its end is in the trace.
    boolean ended(int i);

    /// Its start, nanoseconds since the trace's first event; from where on something is known where it began before.
    long startNs(int i);

    /// Its end, not before its start; from where on nothing is known where it did not end.
    long endNs(int i);

    /// From its start to its end, nanoseconds.
    default long durationNs(int i) {
        return endNs(i) - startNs(i);
    }

    /// Stack of its start, 0 when unknown.
    int beginStack(int i);
}
