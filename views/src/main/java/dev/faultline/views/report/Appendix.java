package dev.faultline.views.report;

import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.Units;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.views.chart.NamedChart;
import java.util.List;

/// The appendix: all groups, the thresholds, and what could not be read.
final class Appendix {
    private static final int GROUPS = 200;
    private static final int NOTICES = 60;

    private Appendix() {
    }

    static void add(ReportDocument page, Contents contents, List<GroupTimes> groups, List<NamedChart> more) {
        Html section = page.body().add("div", "appendix").with("id",
                "appendix");
        Html outline = page.bookmark("Appendix", "appendix");
        section.add("h2").text("Appendix");
        Html reading = part(page, section, outline, "What was read", "reading");
        reading(reading, contents.trace().report());
        Html all = part(page, section, outline, "Goroutine groups", "groups");
        all.add("p", "dim")
                .text("Goroutines started by the same go statement form a group; runtime goroutines come last.");
        GroupsTable.add(page, all, contents.model(), groups, GROUPS);
        if (!more.isEmpty()) {
            Overview.pairs(page, part(page, section, outline, "More charts", "more-charts"), more);
        }
        NotReported.add(page, section, outline, contents.judgement());
        Html thresholds = part(page, section, outline, "Thresholds", "thresholds");
        Thresholds.addAll(thresholds, contents);
    }

    static Html part(ReportDocument page, Html section, Html outline, String title, String anchor) {
        Html part = section.add("div", "part").with("id", anchor);
        page.bookmark(outline, title, anchor);
        ReportDocument.heading(part, title, "");
        return part;
    }

    private static void reading(Html part, ReadReport report) {
        part.add("p").text(Completeness.sentence(report));
        if (report.forced() > 0) {
            part.add("p").text("The order of " + Units.count(report.forced(), "event") + " is a guess.");
        }
        if (report.skipped() > 0) {
            part.add("p").text(Units.count(report.skipped(), "event") + " could not be used.");
        }
        List<String> notes = Completeness.notes(report);
        for (String notice : notes.subList(0, Math.min(NOTICES, notes.size()))) {
            part.add("p").text(Words.sentence(notice));
        }
        more(part, notes.size() - NOTICES, "more notice");
        if (!report.losses().isEmpty()) {
            losses(part, report.losses());
        }
    }

    private static void losses(Html part, List<Loss> losses) {
        Html table = Tables.add(part, "losses", "Where", "Lost", "Missing from", "to", "Cause");
        for (Loss loss : losses.subList(0, Math.min(NOTICES, losses.size()))) {
            Html row = table.add("tr");
            row.add("td").text(loss.place().toString());
            row.add("td", "number").text(Units.bytes(loss.bytes()));
            boolean known = loss.toNs() > loss.fromNs();
            row.add("td", "number").text(known ? Units.duration(loss.fromNs()) : "–");
            row.add("td", "number").text(known ? Units.duration(loss.toNs()) : "–");
            row.add("td").text(loss.cause());
        }
        more(part, losses.size() - NOTICES, "more loss");
    }

    private static void more(Html part, long n, String noun) {
        if (n > 0) {
            part.add("p", "more").text("and " + Units.count(n, noun));
        }
    }
}
