package dev.faultline.views.timeline.picture;

import dev.faultline.views.paint.Box;

/// Where the parts of the timeline stand: names at the left, at the right the overview of the whole trace, the ruler and
/// the rows.
///
/// @param width of the whole view, px
/// @param height of the whole view, px
public record Geometry(double width, double height) {
    public static final double MARKS = 9;
    public static final double MAP = 40;
    public static final double RULER = 26;

    /// Width of the column of names.
    public double names() {
        return Math.round(Math.clamp(width * 0.235, 150, 280));
    }

    /// Whether a px lies right of the names.
    public boolean inTime(double x) {
        return x >= names();
    }

    public Box map() {
        return new Box(names(), MARKS, Math.max(1, width - names()), MAP);
    }

    public Box ruler() {
        return new Box(names(), MARKS + MAP, Math.max(1, width - names()), RULER);
    }

    /// The part of the rows right of their names.
    public Box lanes() {
        double top = MARKS + MAP + RULER;
        return new Box(names(), top, Math.max(1, width - names()), Math.max(0, height - top));
    }
}
