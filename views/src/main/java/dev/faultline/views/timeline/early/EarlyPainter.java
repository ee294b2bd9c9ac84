package dev.faultline.views.timeline.early;

import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.paint.TimeGrid;
import dev.faultline.views.timeline.picture.Geometry;
import dev.faultline.views.timeline.row.Rows;
import java.util.function.IntToDoubleFunction;

/// Paints what is known of a trace while it is being read, in the style of the timeline that replaces it.
public final class EarlyPainter {
    private static final double LEFT = 14;
    private static final double AREA = 64;
    private static final double GAP = 10;

    private final Surface surface;

    public EarlyPainter(Surface surface) {
        this.surface = surface;
    }

    public void paint(EarlyPicture picture, Geometry geometry) {
        Box map = geometry.map();
        TimeScale scale = TimeScale.of(new TimeRange(0, Math.max(1, picture.endNs())), map.x(), map.width());
        TimeGrid grid = TimeGrid.of(scale, map.x(), map.right());
        surface.fill(new Box(0, 0, geometry.width(), geometry.height()), Role.BACKGROUND);
        surface.fill(map, Role.PANEL);
        name("Read so far", Units.count(picture.eventCount(), "event"), map.y() + 15);
        columns(picture, map, Role.ACCENT, i -> picture.events()[i]);
        grid.labels(surface, geometry.ruler());
        Box lanes = geometry.lanes();
        surface.clip(new Box(0, lanes.y(), geometry.width(), lanes.height()));
        grid.lines(surface, lanes);
        Box area = new Box(lanes.x(), lanes.y() + GAP, lanes.width(), AREA);
        name("Goroutines alive", Units.count(picture.goroutineCount()) + " seen", area.y() + 15);
        columns(picture, area, Role.NETWORK, i -> picture.alive()[i]);
        double y = area.bottom() + GAP;
        for (int p = 0; p < picture.busy().size() && y < lanes.bottom(); p++) {
            float[] busy = picture.busy().get(p);
            Box lane = new Box(lanes.x(), y + 2, lanes.width(), Rows.ROW - 4);
            surface.fill(lane, Role.LANE);
            shares(picture, lane, busy);
            surface.text(Label.left(Names.proc(p), LEFT, y + Rows.ROW - 5, TextStyle.BODY), Role.TEXT);
            y += Rows.ROW;
        }
        surface.unclip();
        surface.fill(new Box(0, lanes.y() - 1, geometry.width(), 1), Role.LINE);
        surface.fill(new Box(geometry.names() - 1, 0, 1, geometry.height()), Role.LINE);
    }

    private void name(String title, String figure, double baseline) {
        surface.text(Label.left(title, LEFT, baseline, TextStyle.SMALL), Role.DIM);
        surface.text(Label.left(figure, LEFT, baseline + 16, TextStyle.BOLD), Role.TEXT);
    }

    /// One column per px, the highest of its parts.
    private void columns(EarlyPicture picture, Box box, Role role, IntToDoubleFunction value) {
        int parts = picture.events().length;
        double most = 1;
        for (int i = 0; i < parts; i++) {
            most = Math.max(most, value.applyAsDouble(i));
        }
        for (int x = 0; x < (int) box.width(); x++) {
            double highest = 0;
            for (int i = part(picture, box, x); i <= Math.min(parts - 1, part(picture, box, x + 1)); i++) {
                highest = Math.max(highest, value.applyAsDouble(i));
            }
            double height = Math.round(highest / most * (box.height() - 4));
            if (height > 0) {
                surface.fill(new Box(box.x() + x, box.bottom() - height, 1, height), role);
            }
        }
    }

    private void shares(EarlyPicture picture, Box lane, float[] busy) {
        for (int x = 0; x < (int) lane.width(); x++) {
            int part = part(picture, lane, x);
            double share = part < busy.length ? busy[part] : 0;
            if (share > 0) {
                double height = Math.max(1, Math.round(share * lane.height()));
                surface.fill(new Box(lane.x() + x, lane.bottom() - height, 1, height), Role.RUNNING);
            }
        }
    }

    private static int part(EarlyPicture picture, Box box, int px) {
        return (int) (px / box.width() * Math.max(1, picture.endNs()) / picture.bucketNs());
    }
}
