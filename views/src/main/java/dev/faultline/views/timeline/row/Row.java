package dev.faultline.views.timeline.row;

import dev.faultline.model.Task;
import org.jspecify.annotations.Nullable;

/// What one line of the timeline shows.
public sealed interface Row {
    /// The title line of a section; it opens and closes it.
    record Heading(Section section) implements Row {}

    /// Goroutines by state over time, stacked.
    record StateArea() implements Row {}

    /// Collections and stop-the-world pauses.
    record Pauses() implements Row {}

    /// One P.
    ///
    /// @param proc its number
    record Processor(int proc) implements Row {}

    /// A user task and the work that goes on after its end. Two rows of one task are the same row.
    ///
    /// @param workEndNs when the last work for it ended, see [TaskWork]; not before its own end
    record TaskRow(Task task, long workEndNs) implements Row {
        /// The row of a task where only its place matters.
        public static TaskRow placeOf(Task task) {
            return new TaskRow(task, task.endNs());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof TaskRow row && row.task.id() == task.id() && row.task.startNs() == task.startNs();
        }

        @Override
        public int hashCode() {
            return Long.hashCode(task.id());
        }
    }

    /// One goroutine.
    ///
    /// @param goroutine index
    record GoroutineRow(int goroutine) implements Row {}

    /// Stands for the rest of a section that shows its first rows only.
    ///
    /// @param hidden number of rows that are not shown, at least 1
    record More(Section section, int hidden) implements Row {}
}
