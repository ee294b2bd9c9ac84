package dev.faultline.app.ui.session;

import dev.faultline.model.rules.Finding;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;

/// A jump target in the timeline.
public sealed interface Jump {
    /// Selects a thing and makes it visible.
    record ToThing(Thing thing) implements Jump {}

    /// Makes a thing visible without selecting it.
    record ToPlace(Thing thing) implements Jump {}

    /// Shows and marks what a finding rests on.
    record ToEvidence(Finding finding) implements Jump {}

    /// Shows a stretch of time.
    record ToRange(TimeRange range) implements Jump {}

    /// Zooms to the selected time, or else to what is selected.
    record ToSelection() implements Jump {}

    /// Shows only the goroutines that a filter lets through.
    record ToFilter(String filter) implements Jump {}
}
