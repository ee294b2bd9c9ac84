package dev.faultline.trace;

/// What is known of the time before a trace began: nothing, unless it is a stretch of a longer one, which told of it.
public interface Earlier {
    /// The trace is whole.
    Earlier NOTHING = new Earlier() {
        // knows nothing
    };

    /// Where time 0 of the trace lies in the whole one, in nanoseconds since the first event there.
    default long originNs() {
        return 0;
    }

    /// Index of the goroutine that created one which is older than the trace, -1 where unknown, or not in this trace.
    default int creator(int goroutine) {
        return -1;
    }

    /// The stack where a goroutine was created that is older than the trace, 0 when unknown.
    default int creationStack(int goroutine) {
        return 0;
    }

    /// String id of the name of a task that was begun before, 0 when unknown.
    default int taskName(long id) {
        return 0;
    }

    /// Id of the task that one begun before is a part of, 0 when unknown or none.
    default long taskParent(long id) {
        return 0;
    }

    /// Whether a task has ended before.
    default boolean taskEnded(long id) {
        return false;
    }
}
