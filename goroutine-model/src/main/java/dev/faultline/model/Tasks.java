package dev.faultline.model;

/// The user tasks of a trace, in the order in which events first name them. One that began before the trace has no name and
/// begins with the trace, one without an end ends with it.
///
/// The first end of a task counts. An id that is begun twice is damage, or several processes in one file: both tasks are
/// there, and what follows belongs to the second. The background task, id 0, is none of them.
public interface Tasks extends UserIntervals<Task> {
    /// Index of the (last) task of an id, -1 when no event names it or it is the background task.
    int indexOfId(long id);

    /// The same where the task is known, else -1.
    default int indexOfKnown(long id) {
        int i = id == 0 ? -1 : indexOfId(id);
        return i >= 0 && known(i) ? i : -1;
    }

    /// Whether the start of a task is in the trace, or in the whole trace of which this is a stretch.
    default boolean known(int i) {
        return began(i) || nameId(i) != 0;
    }

    /// The program's own number for it.
    long id(int i);

    /// Id of the task that it is a part of, 0 for none.
    long parent(int i);

    /// Index of the goroutine that began it, -1 when unknown.
    int creator(int i);
}
