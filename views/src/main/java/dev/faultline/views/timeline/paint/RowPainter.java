package dev.faultline.views.timeline.paint;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.density.Counters;
import dev.faultline.views.timeline.density.Densities;
import dev.faultline.views.timeline.density.Density;
import dev.faultline.views.timeline.density.Series;
import dev.faultline.views.timeline.early.EarlyLanes;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.picture.Hatches;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.picture.TimelinePicture.Drawn;
import dev.faultline.views.timeline.picture.TimelinePicture.Line;
import dev.faultline.views.timeline.row.Counter;
import dev.faultline.views.timeline.row.Rows;
import dev.faultline.views.timeline.row.Section;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paints what rows show right of their names.
final class RowPainter {
    private final Surface surface;
    private final Densities densities;
    private final Counters counters;
    private final GraphPainter graphs;
    private final LanePainter lanes;
    private final AreaPainter areas;
    private final EarlyLanes early;
    private @Nullable EarlyPicture first;

    RowPainter(Surface surface, Densities densities, Counters counters) {
        this.counters = counters;
        graphs = new GraphPainter(surface);
        this.surface = surface;
        this.densities = densities;
        lanes = new LanePainter(surface);
        areas = new AreaPainter(surface);
        early = new EarlyLanes(surface);
    }

    /// What rows show until their own content is made.
    void showFirst(EarlyPicture picture) {
        first = picture;
    }

    /// The tint that shows where a lane is even when it is empty.
    void background(Line line, TimelinePicture picture) {
        boolean lane = !(line.row() instanceof Thing.Heading || line.row() instanceof Thing.More);
        if (lane) {
            surface.fill(line.lane(picture.geometry()), Role.LANE);
        }
    }

    void paint(TimelinePicture picture, Rows rows, Hatches hatches) {
        List<Filled> filled = picture.rows().stream().map(line -> filled(picture, rows, line)).toList();
        if (surface.batch(picture.geometry().lanes(), new Content(picture.scale(), filled))) {
            for (Filled row : filled) {
                if (surface.strip(row.box(), new Strip(picture.scale(), row.fill()))) {
                    fill(picture, row);
                }
            }
            surface.unbatch();
        }
        for (Line line : picture.rows()) {
            lanes.over(line.lanes(), hatches.of(line.row()), picture.scale(), line.lane(picture.geometry()));
        }
        lanes.veils(hatches.everywhere(), picture.scale(), picture.geometry().lanes());
    }

    /// What fills the rows: where it is the same, so are the fills.
    private record Content(TimeScale scale, List<Filled> rows) {}

    private record Strip(TimeScale scale, Fill fill) {}

    private record Filled(Box box, Fill fill) {}

    /// What fills a row, wherever the row is.
    ///
    /// @param lanes draw lists, none where counts are drawn
    /// @param counts of goroutines by state, drawn as areas
    /// @param peak what fills the height of the areas
    /// @param until what stands in for both as long as they are being made
    /// @param graph values over time, drawn as columns
    private record Fill(List<Drawn> lanes, @Nullable Density counts, double peak, @Nullable Early until,
            @Nullable Graph graph) {
        Fill(@Nullable Density counts, TimeRange range, @Nullable Early until) {
            this(List.of(), counts, counts == null ? 0 : counts.peak(range), counts == null ? until : null, null);
        }
    }

    private record Graph(Counter counter, Series series) {}

    /// @param proc number of a P, -1 for the goroutines of the program
    private record Early(EarlyPicture picture, int proc) {}

    private Filled filled(TimelinePicture picture, Rows rows, Line line) {
        Box box = line.lane(picture.geometry());
        return switch (line.row()) {
            case Thing.StateArea _ ->
                new Filled(box, new Fill(densities.program(picture.visible(), picture.scale().nsPerPx()),
                        picture.visible(), early(-1)));
            case Thing.Heading heading when rows.open(heading.section()) == Rows.Open.CLOSED -> {
                Density density = counts(heading.section());
                yield new Filled(box.inset(2),
                        new Fill(density, density == null ? picture.visible() : density.range(), null));
            }
            case Thing.Processor p when line.lanes().isEmpty() ->
                new Filled(box, new Fill(List.of(), null, 0, early(p.proc()), null));
            case Thing.Graph g -> {
                Series series = counters.of(g.counter());
                yield new Filled(box, new Fill(List.of(), null, 0, null,
                        series == null ? null : new Graph(g.counter(), series)));
            }
            default -> new Filled(box, new Fill(line.lanes(), null, 0, null, null));
        };
    }

    private @Nullable Early early(int proc) {
        EarlyPicture picture = first;
        return picture == null ? null : new Early(picture, proc);
    }

    private @Nullable Density counts(Section section) {
        boolean counted = section.size() > 0 && section.row(0) instanceof Thing.Goroutine;
        return counted ? densities.section(section) : null;
    }

    private void fill(TimelinePicture picture, Filled row) {
        Fill fill = row.fill();
        Density density = fill.counts();
        Early until = fill.until();
        Graph graph = fill.graph();
        if (graph != null) {
            graphs.paint(graph.counter(), graph.series(), picture.scale(), row.box());
        } else if (until != null) {
            fill(until, picture.scale(), row.box());
        } else if (density != null) {
            areas.paint(density, picture.scale(), row.box(), Math.max(1, fill.peak()));
        } else {
            lanes.bars(fill.lanes(), row.box());
        }
    }

    private void fill(Early until, TimeScale scale, Box box) {
        if (until.proc() < 0) {
            early.alive(until.picture(), scale, box);
        } else {
            early.busy(until.picture(), until.proc(), scale, box);
        }
    }
}
