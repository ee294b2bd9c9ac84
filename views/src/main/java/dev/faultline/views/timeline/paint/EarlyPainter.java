package dev.faultline.views.timeline.paint;

import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.early.EarlyLanes;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.picture.Geometry;
import dev.faultline.views.timeline.row.Rows;

/// Paints what is known of a trace while it is being read, in the style of the timeline that replaces it.
public final class EarlyPainter {
    private static final double LEFT = 14;
    private static final double AREA = 64;
    private static final double GAP = 10;

    private final Surface surface;
    private final EarlyLanes lanes;

    public EarlyPainter(Surface surface) {
        this.surface = surface;
        lanes = new EarlyLanes(surface);
    }

    public void paint(EarlyPicture picture, Geometry geometry) {
        Box map = geometry.map();
        TimeScale scale = TimeScale.of(new TimeRange(0, Math.max(1, picture.endNs())), map.x(), map.width());
        TimeGrid grid = TimeGrid.of(scale, map.x(), map.right());
        surface.fill(new Box(0, 0, geometry.width(), geometry.height()), Role.BACKGROUND);
        surface.fill(map, Role.PANEL);
        name("Read so far", Units.count(picture.eventCount(), "event"), map.y() + 15);
        lanes.events(picture, scale, map);
        grid.labels(surface, geometry.ruler());
        Box rows = geometry.lanes();
        surface.clip(new Box(0, rows.y(), geometry.width(), rows.height()));
        grid.lines(surface, rows);
        Box area = new Box(rows.x(), rows.y() + GAP, rows.width(), AREA);
        name("Goroutines alive", Units.count(picture.goroutineCount()) + " seen", area.y() + 15);
        lanes.alive(picture, scale, area);
        double y = area.bottom() + GAP;
        for (int p = 0; p < picture.busy().size() && y < rows.bottom(); p++) {
            Box lane = new Box(rows.x(), y + 2, rows.width(), Rows.ROW - 4);
            surface.fill(lane, Role.LANE);
            lanes.busy(picture, p, scale, lane);
            surface.text(Label.left(Names.proc(p), LEFT, y + Rows.ROW - 5, TextStyle.BODY), Role.TEXT);
            y += Rows.ROW;
        }
        surface.unclip();
        surface.fill(new Box(0, rows.y() - 1, geometry.width(), 1), Role.LINE);
        surface.fill(new Box(geometry.names() - 1, 0, 1, geometry.height()), Role.LINE);
    }

    private void name(String title, String figure, double baseline) {
        surface.text(Label.left(title, LEFT, baseline, TextStyle.SMALL), Role.DIM);
        surface.text(Label.left(figure, LEFT, baseline + 16, TextStyle.BOLD), Role.TEXT);
    }
}
