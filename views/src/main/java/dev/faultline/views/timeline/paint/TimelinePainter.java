package dev.faultline.views.timeline.paint;

import dev.faultline.model.TraceModel;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.timeline.density.Counters;
import dev.faultline.views.timeline.density.Densities;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.picture.Geometry;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.row.Rows;
import org.jspecify.annotations.Nullable;

/// Paints a laid out timeline: overview, ruler, rows, names, and what lies over them.
public final class TimelinePainter {
    private final Surface surface;
    private final Densities densities;
    private final MapPainter map;
    private final RowPainter rows;
    private final NamePainter names;
    private final OverlayPainter over;
    private final EarlyPainter early;
    private @Nullable EarlyPicture first;

    public TimelinePainter(Surface surface, TraceModel model, Densities densities, Counters counters) {
        this.surface = surface;
        this.densities = densities;
        map = new MapPainter(surface, model);
        rows = new RowPainter(surface, densities, counters);
        names = new NamePainter(surface, model, counters);
        over = new OverlayPainter(surface);
        early = new EarlyPainter(surface);
    }

    /// What was seen of the trace while it was read: it is shown until there are rows, and in each row until its content
    /// is made.
    public void showFirst(EarlyPicture picture) {
        first = picture;
        rows.showFirst(picture);
        map.showFirst(picture);
    }

    /// @param rowsOpen tells which sections are open
    public void paint(TimelinePicture picture, Rows rowsOpen, Overlay overlay) {
        Geometry g = picture.geometry();
        EarlyPicture seen = first;
        if (seen != null && rowsOpen.outline().sections().isEmpty()) {
            early.paint(seen, g);
            return;
        }
        surface.fill(new Box(0, 0, g.width(), g.height()), Role.BACKGROUND);
        TimeGrid grid = TimeGrid.of(picture.scale(), g.lanes().x(), g.lanes().right());
        surface.clip(new Box(0, g.lanes().y(), g.width(), g.lanes().height()));
        over.tints(picture, overlay);
        for (TimelinePicture.Line line : picture.rows()) {
            rows.background(line, picture);
        }
        grid.lines(surface, g.lanes());
        over.range(picture, overlay);
        names.paint(picture, rowsOpen, densities);
        surface.unclip();
        names.section(picture, rowsOpen);
        surface.clip(g.lanes());
        rows.paint(picture, rowsOpen, overlay.hatches());
        over.runtime(picture);
        over.cursor(picture, overlay);
        over.paint(picture, rowsOpen, overlay);
        surface.unclip();
        surface.clip(g.ruler());
        grid.labels(surface, g.ruler());
        over.rulerRange(picture, overlay);
        over.flags(picture, overlay);
        over.cursorTime(picture, overlay);
        surface.unclip();
        map.paint(picture, densities.program(), overlay);
        surface.fill(new Box(0, g.lanes().y() - 1, g.width(), 1), Role.LINE);
        surface.fill(new Box(g.names() - 1, g.map().y(), 1, g.height()), Role.LINE);
    }
}
