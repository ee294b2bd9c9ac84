package dev.faultline.views.timeline.paint;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.timeline.density.Densities;
import dev.faultline.views.timeline.density.Density;
import dev.faultline.views.timeline.picture.Hatches;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.picture.TimelinePicture.Line;
import dev.faultline.views.timeline.row.Row;
import dev.faultline.views.timeline.row.Rows;
import dev.faultline.views.timeline.row.Section;

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
        boolean lane = !(line.row() instanceof Row.Heading || line.row() instanceof Row.More);
        if (lane) {
            surface.fill(line.lane(picture.geometry()), Role.LANE);
        }
    }

    void paint(TimelinePicture picture, Rows rows, Hatches hatches) {
        surface.batch(picture.geometry().lanes());
        for (Line line : picture.rows()) {
            Box box = line.lane(picture.geometry());
            switch (line.row()) {
                case Row.StateArea _ -> program(picture, box);
                case Row.Heading heading when rows.open(heading.section()) == Rows.Open.CLOSED ->
                    section(picture, heading.section(), box);
                default -> lanes.bars(line.lanes(), box);
            }
        }
        surface.unbatch();
        for (Line line : picture.rows()) {
            lanes.over(line.lanes(), hatches.of(line.row()), picture.scale(), line.lane(picture.geometry()));
        }
        lanes.veils(hatches.everywhere(), picture.scale(), picture.geometry().lanes());
    }

    private void program(TimelinePicture picture, Box box) {
        Density density = densities.program(picture.visible(), picture.scale().nsPerPx());
        if (density != null) {
            areas.paint(density, picture.scale(), box, Math.max(1, density.peak(picture.visible())));
        }
    }

    private void section(TimelinePicture picture, Section section, Box box) {
        if (section.size() > 0 && section.row(0) instanceof Row.GoroutineRow) {
            Density density = densities.section(section);
            if (density != null) {
                areas.paint(density, picture.scale(), box.inset(2), Math.max(1, density.peak(density.range())));
            }
        }
    }
}
