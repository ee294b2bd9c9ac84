package dev.faultline.views.timeline.picture;

import dev.faultline.views.paint.Role;

/// Something that a picture shows, and what it means.
///
/// @param shape how it is drawn
/// @param role its colour
/// @param label what it means, a few words
public record LegendItem(Shape shape, Role role, String label) {
    /// How things are drawn.
    public enum Shape {
        /// A bar as high as its lane.
        FULL,
        /// A thinner bar.
        THIN,
        /// Columns of partial height.
        COLUMNS,
        /// Stripes with a frame.
        HATCH,
        /// Stripes in the background's colour over bars, with a frame.
        STRUCK,
        /// Stripes over everything.
        VEIL,
        /// A tint behind or over rows.
        TINT,
        /// An arrow.
        ARROW
    }

    /// A colour of a lane.
    public static LegendItem of(Role role) {
        return new LegendItem(role.waits() ? Shape.THIN : Shape.FULL, role, role.label());
    }
}
