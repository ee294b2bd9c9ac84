package dev.faultline.views.timeline.paint;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.scale.Ticks;
import dev.faultline.views.scale.TimeScale;

/// The ruler's texts and the lines that carry its ticks down through the lanes.
///
/// @param scale where a moment is
/// @param ticks the moments
public record TimeGrid(TimeScale scale, Ticks ticks) {
    private static final double APART_PX = 84;
    /// Times of day are longer.
    private static final double CLOCK_APART_PX = 132;

    /// The grid of a stretch of px, with ticks far enough apart for their texts.
    public static TimeGrid of(TimeScale scale, double fromPx, double toPx) {
        return new TimeGrid(scale, Ticks.of(scale.range(fromPx, toPx), scale,
                scale.zero().clock() ? CLOCK_APART_PX : APART_PX));
    }

    /// Lines behind the data.
    public void lines(Surface surface, Box box) {
        ticks.moments().forEach(ns -> {
            double x = scale.px(ns);
            surface.fill(new Box(x, box.y(), 1, box.height()), Role.GRID);
        });
    }

    /// Texts at the right of each tick, left out where they would cross the box's end.
    public void labels(Surface surface, Box box) {
        double baseline = box.bottom() - 6;
        ticks.moments().forEach(ns -> {
            double x = scale.px(ns);
            String text = ticks.label(ns);
            surface.fill(new Box(x, box.y() + box.height() * 0.4, 1, box.height() * 0.6), Role.LINE);
            if (x + 4 + surface.width(text, TextStyle.SMALL) <= box.right()) {
                surface.text(Label.left(text, x + 4, baseline, TextStyle.SMALL), Role.DIM);
            }
        });
    }
}
