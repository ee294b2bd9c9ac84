package dev.faultline.views.timeline.paint;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.picture.TimelinePicture.Line;
import dev.faultline.views.timeline.row.Rows;

/// Paints arrows from one row to another at a moment. An end that is not on screen lies beyond the edge where its row is,
/// and is named there.
final class LinkPainter {
    private static final double TIP = 6;
    private static final double HEIGHT = 15;

    private final Surface surface;

    LinkPainter(Surface surface) {
        this.surface = surface;
    }

    void paint(TimelinePicture picture, Rows rows, Overlay.WakeArrow link) {
        Line from = picture.lineOf(link.from());
        Line to = picture.lineOf(link.to());
        double x = Math.round(picture.scale().px(link.ns()));
        Box lanes = picture.geometry().lanes();
        if (from == null && to == null || x < lanes.x() || x > lanes.right()) {
            return;
        }
        double begin = from != null ? middle(from) : beyond(picture, rows.place(link.from()));
        double end = to != null ? middle(to) : beyond(picture, rows.place(link.to()));
        if (Double.isNaN(begin) || Double.isNaN(end)) {
            // not listed, since a filter leaves it out: then it lies nowhere
            begin = to == null ? begin : middle(to) - HEIGHT;
            end = to == null ? begin + HEIGHT : middle(to);
        }
        Role role = link.created() ? Role.ACCENT : Role.SELECTED;
        surface.line(new Surface.Line(x, begin, x, end), role, 1.5);
        if (from != null) {
            surface.fill(new Box(x - 2.5, begin - 2.5, 5, 5), role);
        } else if (!link.name().isEmpty()) {
            name(link.name(), x, begin, lanes);
        }
        if (to != null) {
            boolean down = end > begin;
            surface.triangle(new Box(x - 4, down ? end - TIP : end + TIP, 8, down ? TIP : -TIP), role);
        }
    }

    private static double middle(Line line) {
        return line.box().y() + line.box().height() / 2;
    }

    /// The edge of the lanes beyond which a row lies.
    private static double beyond(TimelinePicture picture, double place) {
        Box lanes = picture.geometry().lanes();
        return Double.isNaN(place) ? place : place < picture.scroll() ? lanes.y() : lanes.bottom();
    }

    private void name(String name, double x, double y, Box lanes) {
        double width = Math.ceil(surface.width(name, TextStyle.SMALL)) + 8;
        double left = x + 6 + width > lanes.right() ? x - 6 - width : x + 6;
        double top = Math.clamp(y - HEIGHT / 2, lanes.y() + 1, Math.max(lanes.y() + 1, lanes.bottom() - HEIGHT - 1));
        Box box = new Box(left, top, width, HEIGHT);
        surface.fill(box, Role.BACKGROUND);
        surface.frame(box, Role.LINE, 1);
        surface.text(Label.left(name, left + 4, box.bottom() - 4, TextStyle.SMALL), Role.TEXT);
    }
}
