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
import dev.faultline.views.timeline.row.Rows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Paints what lies over the rows: the row under the pointer, the selection, the selected time range, links to wakers.
final class OverlayPainter {
    /// What a reader can tell apart under the pointer.
    private static final double READ_PX = 10;

    private final Surface surface;
    private final LinkPainter links;
    private final PathPainter paths;

    OverlayPainter(Surface surface) {
        this.surface = surface;
        links = new LinkPainter(surface);
        paths = new PathPainter(surface);
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
    void paint(TimelinePicture picture, Rows rows, Overlay overlay) {
        if (overlay.path() != null) {
            paths.paint(picture, overlay.path());
        }
        TimelinePicture.Hit hovered = overlay.hovered();
        if (hovered != null && hovered.drawn() != null) {
            Line line = picture.lineOf(hovered.line().row());
            if (line != null) {
                outline(picture, line, hovered.interval(), hovered.drawn().bars().count(hovered.piece()), 1);
            }
        }
        chosen(picture, overlay.chosen());
        for (Overlay.WakeArrow link : overlay.links()) {
            links.paint(picture, rows, link);
        }
    }

    private void chosen(TimelinePicture picture, Overlay.Chosen chosen) {
        Line line = chosen.row() == null ? null : picture.lineOf(chosen.row());
        if (line == null) {
            return;
        }
        TimeRange time = chosen.time();
        if (chosen.first() >= 0) {
            outline(picture, line, chosen.first(), chosen.count(), 2);
        } else if (time != null) {
            Box box = line.lane(picture.geometry());
            double from = picture.scale().px(time.fromNs());
            double to = Math.max(from + 3, picture.scale().px(time.toNs()));
            framed(picture, new Box(from, box.y() - 1, to - from, box.height() + 2), 2);
        } else {
            surface.frame(new Box(picture.geometry().names(), line.box().y(), picture.geometry().lanes().width(),
                    line.box().height()), Role.SELECTED, 1);
        }
    }

    /// The line through all rows at the pointer.
    void cursor(TimelinePicture picture, Overlay overlay) {
        Box lanes = picture.geometry().lanes();
        if (overlay.cursorPx() >= lanes.x()) {
            surface.fill(new Box(overlay.cursorPx(), lanes.y(), 1, lanes.height()), Role.CURSOR);
        }
    }

    /// The moments on the ruler that the user noted.
    void flags(TimelinePicture picture, Overlay overlay) {
        Box ruler = picture.geometry().ruler();
        for (Overlay.Flag flag : overlay.flags()) {
            double x = Math.round(picture.scale().px(flag.ns()));
            if (x >= ruler.x() - 1 && x <= ruler.right()) {
                surface.fill(new Box(x, ruler.y() + 1, 2, ruler.height() - 1), Role.ACCENT);
                surface.triangle(new Box(x - 4, ruler.y() + 1, 10, 7), Role.ACCENT);
            }
        }
    }

    /// The moment at the pointer on the ruler.
    void cursorTime(TimelinePicture picture, Overlay overlay) {
        Box ruler = picture.geometry().ruler();
        double x = overlay.cursorPx();
        if (x < ruler.x()) {
            return;
        }
        String text = picture.scale().zero().moment(picture.scale().ns(x),
                Math.round(picture.scale().nsPerPx() * READ_PX));
        double width = Math.ceil(surface.width(text, TextStyle.SMALL)) + 8;
        double left = Math.clamp(x - width / 2, ruler.x(), Math.max(ruler.x(), ruler.right() - width));
        Box box = new Box(left, ruler.bottom() - 18, width, 16);
        surface.fill(box, Role.BACKGROUND);
        surface.frame(box, Role.LINE, 1);
        surface.text(Label.left(text, left + 4, box.bottom() - 4, TextStyle.SMALL), Role.TEXT);
    }

    /// Collections and pauses over all rows.
    void runtime(TimelinePicture picture) {
        Box lanes = picture.geometry().lanes();
        if (picture.runtime().isEmpty()) {
            return;
        }
        @Nullable
        Role[] columns = new Role[(int) lanes.width()];
        for (Drawn drawn : picture.runtime()) {
            for (int i = 0; i < drawn.bars().size(); i++) {
                int from = Math.max(0, (int) Math.rint(drawn.bars().x(i) - lanes.x()));
                int to = Math.min(columns.length,
                        Math.max(from + 1, (int) Math.rint(drawn.bars().right(i) - lanes.x())));
                if (to > from) {
                    Arrays.fill(columns, from, to, drawn.bars().role(i) == Role.STW ? Role.STW_VEIL : Role.GC_VEIL);
                }
            }
        }
        surface.columns(lanes, columns);
    }

    private void outline(TimelinePicture picture, Line line, int interval, int count, double width) {
        if (line.lanes().isEmpty()) {
            return;
        }
        Drawn drawn = line.lanes().getLast();
        Lane lane = drawn.lane();
        if (interval >= lane.size()) {
            return;
        }
        Box box = line.lane(picture.geometry());
        int last = Math.min(lane.size(), interval + Math.max(1, count)) - 1;
        double from = Math.round(picture.scale().px(lane.start(interval)));
        double to = Math.round(picture.scale().px(lane.end(last)));
        framed(picture, new Box(from, box.y(), Math.max(3, to - from), box.height()).inset(1 - width), width);
    }

    /// The part of a frame that is on screen, with ends where it ends.
    private void framed(TimelinePicture picture, Box box, double width) {
        Box lanes = picture.geometry().lanes();
        double from = Math.max(lanes.x() - 4, box.x());
        double to = Math.min(lanes.right() + 4, box.right());
        if (to >= lanes.x() && from <= lanes.right()) {
            surface.frame(new Box(from, box.y(), to - from, box.height()), Role.SELECTED, width);
        }
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
