package dev.faultline.views.timeline.picture;

import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What lies over the rows and changes without a new layout.
///
/// @param hovered what the pointer is over
/// @param selected row of what is selected
/// @param interval index of the selected interval in the row's front lane, -1 for the whole row
/// @param marked rows that the opened finding speaks of
/// @param range the selected time
/// @param hatches where rows break
/// @param marks places of findings on the overview
/// @param links who woke the selected span's goroutine
public record Overlay(TimelinePicture.@Nullable Hit hovered, @Nullable Row selected, int interval, Set<Row> marked,
        @Nullable TimeRange range, Hatches hatches, List<Mark> marks, List<WakeArrow> links) {

    /// A finding's place on the overview.
    ///
    /// @param ns the moment
    /// @param role its severity
    /// @param label its words for a tooltip
    /// @param finding its number in the list of findings
    public record Mark(long ns, Role role, String label, int finding) {}

    /// An arrow between two rows at one moment.
    public record WakeArrow(Row from, Row to, long ns) {}
}
