package dev.faultline.views.fx;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Range;
import dev.faultline.model.Region;
import dev.faultline.model.Task;

/// A thing that can be selected or pointed at.
public sealed interface Selected {
    /// Nothing.
    Selected NOTHING = new None();

    /// What a goroutine did for a while.
    ///
    /// @param goroutine index
    /// @param span index in its spans, -1 for the goroutine as a whole
    record GoroutineSpan(int goroutine, int span) implements Selected {}

    /// What ran on a P for a while.
    ///
    /// @param proc number of the P
    /// @param span index in its spans, -1 for the P as a whole
    record ProcSpan(int proc, int span) implements Selected {}

    /// A GC phase, pause or assist.
    record RangeItem(Range range) implements Selected {}

    /// A user task.
    record TaskItem(Task task) implements Selected {}

    /// A user region.
    record RegionItem(Region region) implements Selected {}

    /// All goroutines of a creation site.
    record GroupItem(GoroutineGroup group) implements Selected {}

    /// Nothing.
    record None() implements Selected {}
}
