package dev.faultline.model.analysis.task;

import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;

/// A stretch of a goroutine's time that was spent on one thing: a task, a request, a test, an item of work.
///
/// @param kind what it is; all but tasks are inferred from stacks
/// @param name the task's name; else the function of the program that serves it, or runs it
/// @param goroutine index of the goroutine that did it, or began the task; -1 where that is not in the trace
/// @param fromNs begin, nanoseconds since the trace's first event; 0 where it began before the trace
/// @param toNs end, the trace's end when it has not ended
/// @param began whether its start is in the trace
/// @param ended whether its end is in the trace
/// @param task id of the task, 0 where it is none
public record Run(Kind kind, String name, int goroutine, long fromNs, long toNs, boolean began, boolean ended,
        long task) {
    /// What a run is.
    public enum Kind {
        /// Marked by the program (`trace.NewTask`).
        TASK("task"),
        /// A request that a server's library hands to a function of the program.
        REQUEST("request"),
        /// A test function.
        TEST("test"),
        /// What a worker does between two waits for work.
        ITEM("item");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// In a sentence or a title: `request`.
        public String label() {
            return label;
        }

        /// The same, with a mark where it is inferred: `request (inferred)`.
        public String marked() {
            return inferred() ? label + " (inferred)" : label;
        }

        /// Whether the program does not mark it: begin, end and name are read off stacks.
        public boolean inferred() {
            return this != TASK;
        }
    }

    /// One of the tasks of a trace.
    ///
    /// @param t its index
    public static Run ofTask(TraceModel model, int t) {
        Tasks tasks = model.tasks();
        return new Run(Kind.TASK, tasks.name(t), tasks.creator(t),
                tasks.startNs(t), tasks.endNs(t), tasks.began(t), tasks.ended(t), tasks.id(t));
    }

    /// Whether the program did not mark it, see [Kind#inferred].
    public boolean inferred() {
        return kind.inferred();
    }

    /// Whether all of it is in the trace.
    public boolean whole() {
        return began && ended;
    }

    /// From its start to its end, nanoseconds.
    public long durationNs() {
        return toNs - fromNs;
    }
}
