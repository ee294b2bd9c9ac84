package dev.faultline.views.report;

import dev.faultline.model.rules.Finding;
import dev.faultline.views.scale.Units;
import dev.faultline.views.timeline.EvidenceFigure;

/// The timeline of what a finding speaks of, as in the window.
final class EvidencePicture {
    private EvidencePicture() {
    }

    static void add(Page page, Html block, Contents contents, Finding finding) {
        EvidenceFigure figure = EvidenceFigure.layout(contents.facts(), finding, Page.WIDTH);
        if (figure.rows().isEmpty()) {
            return;
        }
        Page.heading(block, "Evidence", Units.duration(figure.range().fromNs()) + " to "
                + Units.duration(figure.range().toNs()) + "; thin bars wait, full bars run"
                + (hatched(figure) ? ", hatched: where it breaks" : ""));
        page.picture(block, new Picture(Page.WIDTH, figure.height(), words(finding, figure),
                g -> figure.paint(new GraphicsSurface(g))));
        if (figure.omitted() > 0) {
            block.add("p", "more").text("and " + Units.count(figure.omitted()) + " more");
        }
    }

    private static boolean hatched(EvidenceFigure figure) {
        return !figure.hatches().everywhere().isEmpty()
                || figure.rows().stream().anyMatch(row -> !figure.hatches().of(row).isEmpty());
    }

    private static String words(Finding finding, EvidenceFigure figure) {
        return "Timeline of the evidence for " + finding.id() + ", " + Units.count(figure.rows().size(), "row")
                + " from " + Units.duration(figure.range().fromNs()) + " to "
                + Units.duration(figure.range().toNs());
    }
}
