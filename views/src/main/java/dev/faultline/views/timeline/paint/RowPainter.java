package dev.faultline.views.timeline.paint;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.density.Densities;
import dev.faultline.views.timeline.density.Density;
import dev.faultline.views.timeline.picture.Hatches;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.picture.TimelinePicture.Drawn;
import dev.faultline.views.timeline.picture.TimelinePicture.Line;
import dev.faultline.views.timeline.row.Rows;
import dev.faultline.views.timeline.row.Section;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paints what rows show right of their names.
final class RowPainter {
    private final Surface surface;
    private final Densities densities;
    private final LanePainter lanes;
    private final AreaPainter areas;

    RowPainter(Surface surface, Densities densities) {
        this.surface = surface;
        this.densities = densities;
        lanes = new LanePainter(surface);
        areas = new AreaPainter(surface);
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
            filled.forEach(row -> fill(picture, row));
            surface.unbatch();
        }
        for (Line line : picture.rows()) {
            lanes.over(line.lanes(), hatches.of(line.row()), picture.scale(), line.lane(picture.geometry()));
        }
        lanes.veils(hatches.everywhere(), picture.scale(), picture.geometry().lanes());
    }

    /// What fills the rows: where it is the same, so are the fills.
    private record Content(TimeScale scale, List<Filled> rows) {}

    /// What fills a row.
    ///
    /// @param lanes draw lists, none where counts are drawn
    /// @param counts of goroutines by state, drawn as areas
    /// @param peak what fills the height of the areas
    private record Filled(Box box, List<Drawn> lanes, @Nullable Density counts, double peak) {}

    private Filled filled(TimelinePicture picture, Rows rows, Line line) {
        Box box = line.lane(picture.geometry());
        return switch (line.row()) {
            case Thing.StateArea _ -> {
                Density density = densities.program(picture.visible(), picture.scale().nsPerPx());
                yield new Filled(box, List.of(), density, density == null ? 0 : density.peak(picture.visible()));
            }
            case Thing.Heading heading when rows.open(heading.section()) == Rows.Open.CLOSED -> {
                Density density = counts(heading.section());
                yield new Filled(box.inset(2), List.of(), density, density == null ? 0 : density.peak(density.range()));
            }
            default -> new Filled(box, line.lanes(), null, 0);
        };
    }

    private @Nullable Density counts(Section section) {
        boolean counted = section.size() > 0 && section.row(0) instanceof Thing.Goroutine;
        return counted ? densities.section(section) : null;
    }

    private void fill(TimelinePicture picture, Filled row) {
        Density density = row.counts();
        if (density != null) {
            areas.paint(density, picture.scale(), row.box(), Math.max(1, row.peak()));
        } else {
            lanes.bars(row.lanes(), row.box());
        }
    }
}
