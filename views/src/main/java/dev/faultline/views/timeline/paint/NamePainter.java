package dev.faultline.views.timeline.paint;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.Ids;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.timeline.density.Counters;
import dev.faultline.views.timeline.density.Densities;
import dev.faultline.views.timeline.density.Density;
import dev.faultline.views.timeline.density.Series;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.picture.TimelinePicture.Line;
import dev.faultline.views.timeline.row.Counter;
import dev.faultline.views.timeline.row.Grouping;
import dev.faultline.views.timeline.row.Rows;
import dev.faultline.views.timeline.row.Section;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import dev.faultline.views.timeline.row.Unfolder;

/// Paints the column of names: headings in bold with their figures at the right, rows below them.
final class NamePainter {
    private static final double LEFT = 14;
    private static final double INDENT = 10;
    private static final double GAP = 10;
    /// So much of a name is more telling than the figures beside it.
    private static final double NAME_PX = 70;

    private final Surface surface;
    private final Counters counters;
    private final Ids threads;
    private final Goroutines goroutines;

    NamePainter(Surface surface, TraceModel model, Counters counters) {
        this.surface = surface;
        this.counters = counters;
        threads = model.trace().threads();
        goroutines = model.goroutines();
    }

    void paint(TimelinePicture picture, Rows rows, Densities densities) {
        double right = picture.geometry().names() - GAP;
        for (Line line : picture.rows()) {
            switch (line.row()) {
                case Thing.Heading h -> heading(h.section(), rows.open(h.section()), line.box(), right);
                case Thing.More m -> text(Units.count(m.hidden()) + " more", LEFT + INDENT, line.box(), Role.ACCENT);
                case Thing.Graph g -> graph(g.counter(), picture, line.box(), right);
                case Thing.StateArea _ -> area(picture, line.box(), densities, right);
                default -> row(line, rows, right);
            }
        }
    }

    /// Left of the ruler: the section to which the first row on screen belongs, when its heading is scrolled away.
    void section(TimelinePicture picture, Rows rows) {
        Section section = rows.headed(picture.scroll());
        if (section != null) {
            Box ruler = picture.geometry().ruler();
            String title = shorten(section.title(), TextStyle.SMALL, ruler.x() - LEFT - 2 * GAP);
            surface.text(Label.left("▴ " + title, LEFT - 2, ruler.bottom() - 6, TextStyle.SMALL), Role.DIM);
        }
    }

    /// What a row is called, whole, for names and tooltips.
    String name(Row row) {
        return switch (row) {
            case Thing.Heading h -> h.section().title();
            case Thing.StateArea _ -> "Goroutines by state";
            case Thing.Pauses _ -> "GC · STW";
            case Thing.Thread t -> "M" + threads.id(t.thread());
            case Thing.Graph g -> g.counter().label();
            case Thing.Path _ -> "Path";
            case Thing.Below b -> b.strand().name();
            case Thing.Processor p -> Names.proc(p.proc());
            case Thing.UserTask t -> t.task().name() + " #" + t.task().id();
            case Thing.Goroutine g -> Names.goroutine(goroutines.id(g.goroutine()));
            case Thing.More m -> Units.count(m.hidden()) + " more";
        };
    }

    private void heading(Section section, Rows.Open open, Box box, double right) {
        double baseline = box.bottom() - 6;
        double middle = box.y() + box.height() / 2;
        arrow(open, middle);
        double least = Math.min(NAME_PX, surface.width(section.title(), TextStyle.BOLD));
        double end = detail(section.detail(), baseline, LEFT + INDENT + least, right);
        String title = shorten(section.title(), TextStyle.BOLD, end - LEFT - INDENT);
        surface.text(Label.left(title, LEFT + INDENT - 1, baseline, TextStyle.BOLD), Role.TEXT);
    }

    /// Writes figures at the right of a name, where enough of the name stays readable; only the first where there is no room
    /// for all.
    ///
    /// @param from px that the name needs
    /// @return where the name must end
    private double detail(String text, double baseline, double from, double right) {
        double left = right - surface.width(text, TextStyle.SMALL) - GAP;
        if (text.isEmpty()) {
            return right;
        }
        if (left < from) {
            int first = text.indexOf(", ");
            return first < 0 ? right : detail(text.substring(0, first), baseline, from, right);
        }
        surface.text(Label.right(text, right, baseline, TextStyle.SMALL), Role.DIM);
        return left;
    }

    private void arrow(Rows.Open open, double middle) {
        if (open == Rows.Open.CLOSED) {
            for (int i = 0; i < 4; i++) {
                surface.fill(new Box(LEFT + i, middle - 3.5 + i, 1, 8 - 2 * i), Role.DIM);
            }
        } else {
            surface.triangle(new Box(LEFT - 1.5, middle - 2, 7, 5), Role.DIM);
        }
    }

    private void area(TimelinePicture picture, Box box, Densities densities, double right) {
        Box first = new Box(box.x(), box.y(), box.width(), Rows.ROW);
        text("Goroutines by state", LEFT + INDENT, first, Role.TEXT);
        Density density = densities.program(picture.visible(), picture.scale().nsPerPx());
        if (density != null) {
            String peak = "peak " + Units.count(Math.round(Math.ceil(density.peak(picture.visible()) - 0.01)));
            detail(peak, first.bottom() - 5,
                    LEFT + INDENT + surface.width("Goroutines by state", TextStyle.BODY), right);
        }
    }

    /// The name of a graph, and what fills its height.
    private void graph(Counter counter, TimelinePicture picture, Box box, double right) {
        Box first = new Box(box.x(), box.y(), box.width(), Rows.ROW);
        text(counter.label(), LEFT + INDENT, first, Role.TEXT);
        Series series = counters.of(counter);
        Box lanes = picture.geometry().lanes();
        if (series != null) {
            String peak = "up to " + series.words(series.peak(picture.scale(), lanes.x(), (int) lanes.width()));
            surface.text(Label.right(peak, right, box.bottom() - 4, TextStyle.SMALL), Role.DIM);
        }
    }

    private void row(Line line, Rows rows, double right) {
        boolean below = line.row() instanceof Thing.Below;
        double indent = below ? 2 * INDENT : INDENT;
        String name = name(line.row());
        double least = Math.min(NAME_PX, surface.width(name, TextStyle.BODY));
        double end = detail(detail(line.row(), rows), line.box().bottom() - 5, LEFT + indent + least, right);
        if (Unfolder.unfolds(line.row())) {
            fold(rows.unfolded(line.row()), line.box().y() + line.box().height() / 2);
        }
        text(shorten(name, TextStyle.BODY, end - LEFT - indent), LEFT + indent, line.box(),
                below ? Role.DIM : Role.TEXT);
    }

    /// The sign that more lies under a line, or that it is shown.
    private void fold(boolean open, double middle) {
        if (open) {
            surface.triangle(new Box(LEFT, middle - 1.5, 5, 4), Role.DIM);
        } else {
            for (int i = 0; i < 3; i++) {
                surface.fill(new Box(LEFT + 1 + i, middle - 2 + i, 1, 5 - 2 * i), Role.DIM);
            }
        }
    }

    private String detail(Row row, Rows rows) {
        return switch (row) {
            case Thing.Pauses _ -> rows.outline().pauses();
            case Thing.Path p -> Units.duration(p.parts().toNs() - p.parts().fromNs());
            case Thing.UserTask t -> Names.taskTime(t.task());
            case Thing.Goroutine g when rows.outline().grouping() != Grouping.CREATION_SITE
                    || goroutines.system(g.goroutine()) ->
                GoNames.shorten(GoNames.last(goroutines.name(g.goroutine())), 20);
            default -> "";
        };
    }

    private void text(String text, double x, Box box, Role role) {
        surface.text(Label.left(text, x, box.bottom() - 5, TextStyle.BODY), role);
    }

    private String shorten(String text, TextStyle style, double room) {
        double width = surface.width(text, style);
        String shorter = text;
        // letters are of different widths
        for (int letters = (int) (text.length() * room / width); width > room && letters > 0; letters--) {
            shorter = GoNames.shorten(text, letters);
            width = surface.width(shorter, style);
        }
        return shorter;
    }
}
