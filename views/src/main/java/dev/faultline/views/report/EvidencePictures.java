package dev.faultline.views.report;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Units;
import dev.faultline.views.graphics.GraphicsSurface;
import dev.faultline.views.timeline.lane.LaneSummaries;
import dev.faultline.views.timeline.paint.EvidenceFigure;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;

/// Timelines of the findings' evidence, as in the window.
final class EvidencePictures {
    /// Spans of all pictures together up to which each px shows the exact shares of what it covers; above that it shows
    /// those of its first spans, so that a picture's cost follows its width.
    private static final long EXACT_SPANS = 2_000_000;

    private final Facts facts;
    private long spans;

    EvidencePictures(Facts facts) {
        this.facts = facts;
    }

    /// Adds the picture of a finding's evidence, if there is anything to show.
    void add(ReportDocument page, Html block, Finding finding) {
        // sums are asked for while pages are painted: by then all pictures are counted
        EvidenceFigure figure = EvidenceFigure.layout(facts, finding, ReportDocument.WIDTH,
                range -> LaneSummaries.within(facts.model(), range, () -> spans <= EXACT_SPANS));
        if (figure.rows().isEmpty()) {
            return;
        }
        figure.rows().forEach(row -> spans += size(figure, row));
        ReportDocument.heading(block, "Evidence", time(figure) + "; thin bars: waiting, full bars: running"
                + (hatched(figure) ? ", hatched: fracture" : ""));
        page.picture(block, new Picture(ReportDocument.WIDTH, figure.height(), words(finding, figure),
                g -> figure.paint(new GraphicsSurface(g))));
        if (!figure.leftOut().isEmpty()) {
            block.add("p", "more").text(figure.leftOut());
        }
    }

    private long size(EvidenceFigure figure, Row row) {
        return switch (row) {
            case Thing.Goroutine g -> facts.model().spansBetween(figure.range().fromNs(), figure.range().toNs())
                    .of(g.goroutine()).size();
            case Thing.Processor p -> facts.model().procSpans(p.proc()).size();
            default -> 0;
        };
    }

    private static boolean hatched(EvidenceFigure figure) {
        return !figure.hatches().everywhere().isEmpty()
                || figure.rows().stream().anyMatch(row -> !figure.hatches().of(row).isEmpty());
    }

    private String words(Finding finding, EvidenceFigure figure) {
        return "Timeline of the evidence for " + finding.id() + ", " + Units.count(figure.rows().size(), "row")
                + " from " + time(figure);
    }

    private String time(EvidenceFigure figure) {
        Moments moments = Moments.of(facts.model().trace());
        return moments.about(figure.range().fromNs()) + " to " + moments.about(figure.range().toNs());
    }
}
