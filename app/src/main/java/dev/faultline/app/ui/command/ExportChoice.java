package dev.faultline.app.ui.command;

import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.report.ReportForm;
import dev.faultline.views.report.content.ReportPart;
import dev.faultline.views.report.content.Subject;
import dev.faultline.views.report.page.Paper;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the user wants in a report, and in which form.
///
/// @param session the trace, or the range of it, that the report is about
/// @param form in which it is written
/// @param paper of its pages
/// @param findings those that go in, worst first
/// @param parts that go in
public record ExportChoice(Session session, ReportForm form, Paper paper, List<Finding> findings,
        Set<ReportPart> parts) {
    public ExportChoice {
        findings = List.copyOf(findings);
        parts = Set.copyOf(parts);
    }

    /// The same with the first findings only.
    public ExportChoice first(int most) {
        return new ExportChoice(session, form, paper, findings.subList(0, Math.min(most, findings.size())), parts);
    }

    /// What the report says. On the UI thread.
    public Subject subject() {
        return new Subject(session.title(), session.facts(), session.findings().judgement(), findings,
                NoteWords.forReport(session),
                Map.of(), parts);
    }
}
