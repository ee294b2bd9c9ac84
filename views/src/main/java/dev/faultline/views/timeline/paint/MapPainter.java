package dev.faultline.views.timeline.paint;

import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.density.Density;
import dev.faultline.views.timeline.early.EarlyLanes;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.lane.Mix;
import dev.faultline.views.timeline.picture.Geometry;
import dev.faultline.views.timeline.picture.Hatch;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.picture.TimelinePicture;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Paints the overview: how much ran over the whole trace, where findings are, and which part is on screen.
public final class MapPainter {
    private static final double BAR = 3;

    private final Surface surface;
    private final TraceModel model;
    private final Heights known = new Heights();
    private final EarlyLanes early;
    private @Nullable EarlyPicture first;

    MapPainter(Surface surface, TraceModel model) {
        this.surface = surface;
        this.model = model;
        early = new EarlyLanes(surface);
    }

    /// What the overview shows until goroutines are counted.
    void showFirst(EarlyPicture picture) {
        first = picture;
    }

    /// The scale of the overview: the whole trace over its width.
    public static TimeScale scale(Geometry geometry, long durationNs) {
        Box map = geometry.map();
        return TimeScale.of(new TimeRange(0, Math.max(1, durationNs)), map.x(), map.width());
    }

    /// Where the tip of a finding's mark is.
    public static double markPx(Geometry geometry, long durationNs, long ns) {
        Box map = geometry.map();
        return Math.clamp(scale(geometry, durationNs).px(ns), map.x() + 5, map.right() - 5);
    }

    void paint(TimelinePicture picture, @Nullable Density density, Overlay overlay) {
        Geometry g = picture.geometry();
        Box map = g.map();
        TimeScale scale = scale(g, model.durationNs());
        surface.text(Label.left(model.trace().isStretch() ? "Range" : "Whole trace", 14, map.y() + 15, TextStyle.SMALL),
                Role.DIM);
        surface.text(Label.left(Units.duration(model.durationNs()), 14, map.y() + 31, TextStyle.BOLD), Role.TEXT);
        surface.clip(new Box(map.x(), 0, map.width(), map.bottom()));
        double from = scale.px(picture.visible().fromNs());
        double to = Math.max(from + 2, scale.px(picture.visible().toNs()));
        surface.fill(map, Role.PANEL);
        surface.fill(new Box(from, map.y(), to - from, map.height()), Role.OVERVIEW);
        EarlyPicture seen = first;
        if (density != null) {
            bars(density, scale, map);
        } else if (seen != null) {
            early.events(seen, scale, map);
        }
        if (from > map.x() || to < map.right()) {
            surface.frame(new Box(from, map.y(), to - from, map.height()), Role.ACCENT, 1);
        }
        TimeRange range = overlay.range();
        if (range != null) {
            surface.fill(new Box(scale.px(range.fromNs()), map.y(), Math.max(1, scale.widthPx(range.durationNs())),
                    map.height()), Role.MARKED);
        }
        for (Hatch hatch : overlay.hatches().everywhere()) {
            double x = scale.px(hatch.fromNs());
            surface.stripes(new Box(x, map.y(), Math.max(2, scale.px(hatch.toNs()) - x), map.height()), hatch.role());
        }
        for (Overlay.Mark mark : overlay.marks().reversed()) {
            double x = markPx(g, model.durationNs(), mark.ns());
            surface.triangle(new Box(x - 5, 1, 10, 8), mark.role());
        }
        surface.unclip();
        surface.fill(new Box(map.x(), map.bottom() - 1, map.width(), 1), Role.LINE);
    }

    private void bars(Density density, TimeScale scale, Box map) {
        double[] heights = known.of(density, scale, map);
        for (int i = 0; i < heights.length; i++) {
            if (heights[i] > 0) {
                surface.fill(new Box(map.x() + i * BAR, map.bottom() - 1 - heights[i], BAR - 1, heights[i]),
                        Role.RUNNING);
            }
        }
    }

    /// Heights of the bars, which are the same in most pictures.
    private static final class Heights {
        private @Nullable Density density;
        private @Nullable Box map;
        private double[] px = {};

        double[] of(Density counts, TimeScale scale, Box box) {
            if (counts != density || !box.equals(map)) {
                density = counts;
                map = box;
                px = heights(counts, scale, box);
            }
            return px;
        }

        private static double[] heights(Density density, TimeScale scale, Box map) {
            double[] active = new double[(int) (map.width() / BAR)];
            double[] slots = new double[Mix.slots()];
            for (int i = 0; i < active.length; i++) {
                Arrays.fill(slots, 0);
                TimeRange part = scale.range(map.x() + i * BAR, map.x() + (i + 1) * BAR);
                density.add(part.fromNs(), part.toNs(), slots);
                active[i] = slots[Mix.slot(Role.RUNNING)] + slots[Mix.slot(Role.SYSCALL)];
            }
            double peak = Arrays.stream(active).max().orElse(0);
            // what ran for a moment only must still be seen
            Arrays.setAll(active,
                    i -> active[i] == 0 ? 0 : Math.max(1, active[i] / peak * (map.height() - 6)));
            return active;
        }
    }
}
