package dev.faultline.views.timeline.picture;

import dev.faultline.views.paint.Role;

/// A fracture in a row, drawn hatched.
///
/// @param fromNs begin
/// @param toNs end; the same as the start for a moment
/// @param role [Role#FRACTURE] or [Role#LOSS]
/// @param place what else is drawn there
/// @param label what is the matter, for tooltips
public record Hatch(long fromNs, long toNs, Role role, Place place, String label) {
    /// What a hatched stretch lies on.
    public enum Place {
        /// The row is empty there: stripes in the role's colour.
        EMPTY,
        /// Intervals that must stay readable: they get stripes in the background's colour and a frame.
        INTERVALS
    }
}
