package dev.faultline.views.timeline.row;

import dev.faultline.model.Task;

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

    /// A user task and the work that goes on after its end.
    record TaskRow(Task task) implements Row {}

    /// One goroutine.
    ///
    /// @param goroutine index
    record GoroutineRow(int goroutine) implements Row {}

    /// Stands for the rest of a section that shows its first rows only.
    ///
    /// @param hidden number of rows that are not shown, at least 1
    record More(Section section, int hidden) implements Row {}
}
