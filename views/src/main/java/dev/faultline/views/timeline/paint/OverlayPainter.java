package dev.faultline.views.timeline.paint;

import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.lane.Lane;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.picture.TimelinePicture.Drawn;
import dev.faultline.views.timeline.picture.TimelinePicture.Line;
import dev.faultline.views.timeline.row.Thing.Row;
import org.jspecify.annotations.Nullable;

/// Paints what lies over the rows: the row under the pointer, the selection, the selected time range, links to wakers.
final class OverlayPainter {
    private final Surface surface;

    OverlayPainter(Surface surface) {
        this.surface = surface;
    }

    /// Tints behind whole rows.
    void tints(TimelinePicture picture, Overlay overlay) {
        for (Line line : picture.rows()) {
            if (overlay.marked().contains(line.row())) {
                surface.fill(line.box(), Role.MARKED);
                surface.fill(new Box(0, line.box().y(), 3, line.box().height()), Role.ACCENT);
            }
        }
        if (overlay.hovered() != null) {
            Line line = picture.lineOf(overlay.hovered().line().row());
            if (line != null) {
                surface.fill(line.box(), Role.HOVER);
            }
        }
    }

    /// The selected time behind the lanes.
    void range(TimelinePicture picture, Overlay overlay) {
        Box box = rangeBox(picture, overlay.range(), picture.geometry().lanes());
        if (box != null) {
            surface.fill(box, Role.MARKED);
        }
    }

    /// The selected time on the ruler, with its length.
    void rulerRange(TimelinePicture picture, Overlay overlay) {
        TimeRange range = overlay.range();
        Box box = rangeBox(picture, range, picture.geometry().ruler());
        if (range == null || box == null) {
            return;
        }
        surface.fill(box, Role.MARKED);
        surface.fill(new Box(box.x(), box.y(), 1, box.height()), Role.ACCENT);
        surface.fill(new Box(box.right() - 1, box.y(), 1, box.height()), Role.ACCENT);
        String text = Units.duration(range.durationNs());
        if (surface.width(text, TextStyle.BOLD) + 8 <= box.width()) {
            surface.text(new Label(text, box.x() + box.width() / 2, box.y() + 11, TextStyle.BOLD, Label.Align.MIDDLE),
                    Role.ACCENT);
        }
    }

    /// Outlines and arrows in front of the lanes.
    void paint(TimelinePicture picture, Overlay overlay) {
        TimelinePicture.Hit hovered = overlay.hovered();
        if (hovered != null && hovered.drawn() != null) {
            Line line = picture.lineOf(hovered.line().row());
            if (line != null) {
                outline(picture, line, hovered.interval(), 1);
            }
        }
        Row row = overlay.selected();
        Line line = row == null ? null : picture.lineOf(row);
        if (line != null && overlay.interval() >= 0) {
            outline(picture, line, overlay.interval(), 2);
        } else if (line != null) {
            surface.frame(new Box(picture.geometry().names(), line.box().y(), picture.geometry().lanes().width(),
                    line.box().height()), Role.SELECTED, 1);
        }
        for (Overlay.WakeArrow link : overlay.links()) {
            link(picture, link);
        }
    }

    private void outline(TimelinePicture picture, Line line, int interval, double width) {
        if (line.lanes().isEmpty()) {
            return;
        }
        Drawn drawn = line.lanes().getLast();
        Lane lane = drawn.lane();
        if (interval >= lane.size()) {
            return;
        }
        Box lanes = picture.geometry().lanes();
        Box box = line.lane(picture.geometry());
        double from = Math.max(lanes.x() - 4, Math.round(picture.scale().px(lane.start(interval))));
        double to = Math.min(lanes.right() + 4, Math.round(picture.scale().px(lane.end(interval))));
        if (to < lanes.x() || from > lanes.right()) {
            return;
        }
        surface.frame(new Box(from, box.y(), Math.max(3, to - from), box.height()).inset(1 - width), Role.SELECTED,
                width);
    }

    private void link(TimelinePicture picture, Overlay.WakeArrow link) {
        Line from = picture.lineOf(link.from());
        Line to = picture.lineOf(link.to());
        double x = Math.round(picture.scale().px(link.ns()));
        Box lanes = picture.geometry().lanes();
        if (to == null || x < lanes.x() || x > lanes.right()) {
            return;
        }
        double end = to.box().y() + to.box().height() / 2;
        // a waker that is scrolled away lies beyond the nearer edge, as far as one can know
        double begin = from == null ? lanes.y() : from.box().y() + from.box().height() / 2;
        surface.line(new Surface.Line(x, begin, x, end), Role.SELECTED, 1.5);
        if (from != null) {
            surface.fill(new Box(x - 2.5, begin - 2.5, 5, 5), Role.SELECTED);
        }
        boolean down = end > begin;
        surface.triangle(new Box(x - 4, down ? end - 6 : end + 6, 8, down ? 6 : -6), Role.SELECTED);
    }

    private static @Nullable Box rangeBox(TimelinePicture picture, @Nullable TimeRange range, Box within) {
        if (range == null) {
            return null;
        }
        double from = Math.max(within.x(), picture.scale().px(range.fromNs()));
        double to = Math.min(within.right(), picture.scale().px(range.toNs()));
        return to <= from ? null : new Box(from, within.y(), Math.max(1, to - from), within.height());
    }
}
