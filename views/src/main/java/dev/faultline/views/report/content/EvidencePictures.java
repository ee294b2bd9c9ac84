package dev.faultline.views.report.content;

import dev.faultline.model.SpanWindow;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Painted;
import dev.faultline.views.timeline.lane.LaneSummaries;
import dev.faultline.views.timeline.paint.EvidenceFigure;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.List;

/// Timelines of the findings' evidence, as in the window.
final class EvidencePictures {
    /// Spans of a picture up to which each px shows the exact shares of what it covers; above that it shows those of its
    /// first spans, so that a picture's cost follows its width.
    private static final long EXACT_SPANS = 50_000;

    private final Facts facts;

    EvidencePictures(Facts facts) {
        this.facts = facts;
    }

    /// The picture of a finding's evidence, nothing if there is nothing to show.
    List<Block> of(Finding finding) {
        long[] spans = {0};
        EvidenceFigure figure = EvidenceFigure.layout(facts, finding, Picture.PAGE_WIDTH,
                range -> LaneSummaries.within(facts.model(), range, () -> spans[0] <= EXACT_SPANS));
        if (figure.rows().isEmpty()) {
            return List.of();
        }
        spans[0] = spans(figure);
        Painted painted = Drawings.start();
        figure.paint(painted);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Evidence", time(figure) + "; thin bars: waiting, full bars: running"
                + (hatched(figure) ? ", hatched: fracture" : "")));
        blocks.add(new Block.Illustration(
                Drawings.picture(Picture.PAGE_WIDTH, figure.height(), words(finding, figure), painted),
                figure.leftOut()));
        return blocks;
    }

    private long spans(EvidenceFigure figure) {
        SpanWindow window = facts.model().spansBetween(figure.range().fromNs(), figure.range().toNs());
        return figure.rows().stream().mapToLong(row -> switch (row) {
            case Thing.Goroutine g -> window.of(g.goroutine()).size();
            case Thing.Processor p -> facts.model().procSpans(p.proc()).size();
            default -> 0;
        }).sum();
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
