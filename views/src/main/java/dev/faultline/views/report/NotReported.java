package dev.faultline.views.report;

import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;

/// What the report does not show: suppressed findings, and rules that had too little data.
final class NotReported {
    private static final int ROWS = 60;
    private static final String SUPPRESSED = "suppressed";
    private static final String NOT_CHECKED = "not-checked";

    private NotReported() {
    }

    /// One line under the findings, with links to the appendix.
    static void hint(Html body, Judgement judgement) {
        List<Finding> suppressed = judgement.suppressed();
        int rules = judgement.notChecked().size();
        if (suppressed.isEmpty() && rules == 0) {
            return;
        }
        Html line = body.add("p", "dim unsaid");
        if (!suppressed.isEmpty()) {
            line.add("a").with("href", "#" + SUPPRESSED).text(Units.count(suppressed.size(), "finding")
                    + " suppressed");
            line.text(rules > 0 ? " · " : "");
        }
        if (rules > 0) {
            line.add("a").with("href", "#" + NOT_CHECKED).text(Units.count(rules, "rule")
                    + " had too little data for this trace");
        }
    }

    /// The parts of the appendix.
    static void add(ReportDocument page, Html section, Html outline, Judgement judgement) {
        if (!judgement.suppressed().isEmpty()) {
            suppressed(Appendix.part(page, section, outline, "Suppressed findings", SUPPRESSED), judgement);
        }
        if (!judgement.notChecked().isEmpty()) {
            Html part = Appendix.part(page, section, outline, "Not checked: missing data", NOT_CHECKED);
            Html table = Tables.add(part, "not-checked", "Rules", "Missing data");
            judgement.rulesByMissingData().forEach((missing, rules) -> {
                Html row = table.add("tr");
                row.add("td", "id").text(String.join(", ", rules));
                row.add("td").text(missing);
            });
        }
    }

    private static void suppressed(Html part, Judgement judgement) {
        List<String> entries = new ArrayList<>();
        judgement.settings().suppressions().forEach(s -> entries.add(s.text()));
        part.add("p").text("Suppressed by the settings: " + String.join(", ", entries) + ".");
        Html table = Tables.add(part, "findings", "Severity", "Finding", "Summary");
        List<Finding> all = judgement.suppressed();
        for (Finding finding : all.subList(0, Math.min(ROWS, all.size()))) {
            Html row = table.add("tr");
            row.add("td", finding.severity().label()).text(finding.severity().label());
            row.add("td", "id").text(finding.id());
            row.add("td").text(finding.summary());
        }
        if (all.size() > ROWS) {
            part.add("p", "more").text("and " + Units.count(all.size() - ROWS) + " more");
        }
    }
}
