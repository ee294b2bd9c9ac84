package dev.faultline.views.fx;

import dev.faultline.model.TraceModel;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.timeline.paint.MapPainter;
import dev.faultline.views.timeline.picture.FindingMarks;
import dev.faultline.views.timeline.picture.Geometry;
import dev.faultline.views.timeline.picture.Hatches;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What findings add to a timeline: hatched fractures, marks on the overview, tinted rows of the one that is shown.
final class FindingLayer {
    /// How near the pointer must come to a mark.
    private static final double NEAR_PX = 6;

    private final TraceModel model;
    private List<Finding> findings = List.of();
    private Hatches hatches;
    private List<Overlay.Mark> marks = List.of();
    private Set<Row> marked = Set.of();

    FindingLayer(TraceModel model) {
        this.model = model;
        hatches = new Hatches(model, List.of());
    }

    void set(List<Finding> all) {
        findings = List.copyOf(all);
        hatches = new Hatches(model, findings);
        marks = FindingMarks.of(findings);
        marked = Set.of();
    }

    /// Tints the rows that a finding speaks of, none for null.
    ///
    /// @return the first of them, null when there is none
    @Nullable
    Row highlight(@Nullable Finding finding) {
        marked = finding == null ? Set.of() : FindingMarks.rows(model, finding);
        return marked.stream().findFirst().orElse(null);
    }

    Hatches hatches() {
        return hatches;
    }

    List<Overlay.Mark> marks() {
        return marks;
    }

    Set<Row> marked() {
        return marked;
    }

    /// The mark at a place of the view, null when there is none.
    Overlay.@Nullable Mark markAt(Geometry geometry, double x, double y) {
        if (y <= Geometry.MARKS + 1) {
            for (Overlay.Mark mark : marks) {
                if (Math.abs(MapPainter.markPx(geometry, model.durationNs(), mark.ns()) - x) <= NEAR_PX) {
                    return mark;
                }
            }
        }
        return null;
    }

    /// The finding that a mark stands for.
    Finding of(Overlay.Mark mark) {
        return findings.get(mark.finding());
    }
}
