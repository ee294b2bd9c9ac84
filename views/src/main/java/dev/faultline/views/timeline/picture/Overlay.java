package dev.faultline.views.timeline.picture;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.task.PathParts;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What lies over the rows and changes without a new layout.
///
/// @param hovered what the pointer is over
/// @param cursorPx where the pointer is, -1 when it is not on the lanes
/// @param chosen what is selected
/// @param marked rows that the opened finding speaks of
/// @param range the selected time
/// @param hatches where rows break
/// @param marks places of findings on the overview
/// @param flags moments on the ruler that the user noted
/// @param links who woke and created the selected goroutine, and whom it woke and created
/// @param path a critical path that is drawn over its rows, null for none
public record Overlay(TimelinePicture.@Nullable Hit hovered, double cursorPx, Chosen chosen, Set<Row> marked,
        @Nullable TimeRange range, Hatches hatches, List<Mark> marks, List<Flag> flags, List<WakeArrow> links,
        @Nullable PathParts path) {

    /// What is selected.
    ///
    /// @param row its row, null when it has none
    /// @param first index of its first interval in the row's front lane, -1 when it is none of them
    /// @param count number of its intervals
    /// @param time the time that it takes, where that is not the time of its intervals; null for the whole row
    public record Chosen(@Nullable Row row, int first, int count, @Nullable TimeRange time) {
        /// Nothing.
        public static final Chosen NONE = new Chosen(null, -1, 0, null);

        /// A thing; what is part of a row, but none of its intervals, by its time.
        public static Chosen of(TraceModel model, Thing thing) {
            boolean whole = thing instanceof Row || thing instanceof Thing.Group;
            return new Chosen(thing.row(), thing.interval(model), thing.intervals(), whole ? null : thing.time(model));
        }
    }

    /// A finding's place on the overview.
    ///
    /// @param ns the moment
    /// @param role its severity
    /// @param label its words for a tooltip
    /// @param finding its number in the list of findings
    public record Mark(long ns, Role role, String label, int finding) {}

    /// A moment that the user noted.
    ///
    /// @param label what was noted, in a line
    /// @param note its number in the list of notes
    public record Flag(long ns, String label, int note) {}

    /// An arrow between two rows at one moment.
    ///
    /// @param name of the row that it comes from, said where that is not on screen; empty for none
    /// @param created whether the one created the other; else it woke it
    public record WakeArrow(Row from, Row to, long ns, String name, boolean created) {}
}
