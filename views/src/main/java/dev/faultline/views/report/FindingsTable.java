package dev.faultline.views.report;

import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Units;
import java.util.List;

/// All findings on a few lines, with the page of each.
final class FindingsTable {
    /// Rows at most: beyond that a table is no longer an overview.
    static final int ROWS = 300;
    private static final int SUMMARY = 170;

    private FindingsTable() {
    }

    static void add(Html body, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        Html table = Tables.add(body, "findings", "Severity", "Finding", "Summary", "Confidence",
                "Page");
        for (int i = 0; i < Math.min(ROWS, findings.size()); i++) {
            Finding finding = findings.get(i);
            Html row = table.add("tr");
            row.add("td", finding.severity().label()).text(finding.severity().label());
            row.add("td", "id").text(finding.id());
            row.add("td").text(Words.shortened(finding.summary(), SUMMARY));
            row.add("td").text(finding.confidence().label());
            Html page = row.add("td", "number");
            if (i < FindingBlock.MOST) {
                page.add("a", "page").with("href", "#" + FindingBlock.anchor(i)).with("title",
                        "to finding " + (i + 1));
            } else {
                page.text("–");
            }
        }
        if (findings.size() > ROWS) {
            body.add("p", "more").text("and " + Units.count(findings.size() - ROWS) + " more");
        }
    }
}
