package dev.faultline.model;

import java.util.List;

/// The user tasks of a trace, in the order in which events first name them. A [Task] is made when asked for; the columns are
/// cheaper where only some of it is needed.
///
/// The first end of a task counts. An id that is begun twice is damage, or several processes in one file: both tasks are
/// there, and what follows belongs to the second. The background task, id 0, is none of them.
public interface Tasks extends List<Task> {
    /// Index of the (last) task of an id, -1 when no event names it or it is the background task.
    default int indexOfId(long id) {
        for (int i = size() - 1; i >= 0; i--) {
            if (get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    /// The same where the begin of the task is in the trace, else -1.
    default int indexOfBegun(long id) {
        int i = id == 0 ? -1 : indexOfId(id);
        return i >= 0 && began(i) ? i : -1;
    }

    /// The program's own number for it.
    default long id(int i) {
        return get(i).id();
    }

    /// Id of the task that it is a part of, 0 for none.
    default long parent(int i) {
        return get(i).parent();
    }

    /// String id of its type, 0 when its begin is not in the trace.
    int nameId(int i);

    /// Whether its begin is in the trace.
    default boolean began(int i) {
        return get(i).began();
    }

    /// Whether its end is in the trace.
    default boolean ended(int i) {
        return get(i).ended();
    }

    /// Its begin, nanoseconds since the trace's first event; 0 when before the trace.
    default long startNs(int i) {
        return get(i).startNs();
    }

    /// Its end, not before its begin; the trace's end when it did not end.
    default long endNs(int i) {
        return get(i).endNs();
    }

    /// From its begin to its end, nanoseconds.
    default long durationNs(int i) {
        return endNs(i) - startNs(i);
    }

    /// Index of the goroutine that began it, -1 when unknown.
    default int creator(int i) {
        return get(i).creator();
    }

    /// Stack of its begin, 0 when unknown.
    default int beginStack(int i) {
        return get(i).beginStack();
    }
}
