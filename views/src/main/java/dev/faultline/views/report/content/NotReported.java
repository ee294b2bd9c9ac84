package dev.faultline.views.report.content;

import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the report does not show: suppressed findings, and rules that had too little data.
final class NotReported {
    private static final int ROWS = 60;

    private NotReported() {
    }

    /// One line under the findings, with links to the appendix.
    static Optional<Block> hint(Subject subject, Anchors anchors) {
        int suppressed = subject.judgement().suppressed().size();
        int rules = subject.judgement().notChecked().size();
        List<Inline> pieces = new ArrayList<>();
        if (suppressed > 0) {
            pieces.add(piece(Units.count(suppressed, "finding") + " suppressed", anchors.suppressed(), subject));
        }
        if (rules > 0) {
            if (!pieces.isEmpty()) {
                pieces.add(new Inline.Text(" · "));
            }
            pieces.add(piece(Units.count(rules, "rule") + " had too little data for this trace",
                    anchors.notChecked(), subject));
        }
        return pieces.isEmpty() ? Optional.empty() : Optional.of(new Block.Paragraph(Block.Tone.DIM, pieces));
    }

    private static Inline piece(String text, String anchor, Subject subject) {
        return subject.has(ReportPart.APPENDIX) ? new Inline.Link(text, anchor) : new Inline.Text(text);
    }

    /// The parts of the appendix.
    static List<Block> parts(Judgement judgement, Anchors anchors) {
        List<Block> parts = new ArrayList<>();
        if (!judgement.suppressed().isEmpty()) {
            parts.add(Appendix.part("Suppressed findings", anchors.suppressed(), suppressed(judgement)));
        }
        if (!judgement.notChecked().isEmpty()) {
            List<List<Cell>> rows = new ArrayList<>();
            judgement.rulesByMissingData().forEach((missing, rules) -> rows
                    .add(List.of(Cell.of(Cell.Style.ID, String.join(", ", rules)), Cell.text(missing))));
            parts.add(Appendix.part("Not checked: missing data", anchors.notChecked(),
                    List.of(new Block.Table("not-checked", List.of("Rules", "Missing data"), rows))));
        }
        return parts;
    }

    private static List<Block> suppressed(Judgement judgement) {
        List<String> entries = new ArrayList<>();
        judgement.settings().suppressions().forEach(s -> entries.add(s.text()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of("Suppressed by the settings: " + String.join(", ", entries) + "."));
        List<List<Cell>> rows = new ArrayList<>();
        List<Finding> all = judgement.suppressed();
        for (Finding finding : all.subList(0, Math.min(ROWS, all.size()))) {
            rows.add(List.of(Cell.severity(finding.severity()), Cell.of(Cell.Style.ID, finding.id()),
                    Cell.text(finding.summary())));
        }
        blocks.add(new Block.Table("suppressed", List.of("Severity", "Finding", "Summary"), rows));
        if (all.size() > ROWS) {
            blocks.add(Block.Paragraph.of(Block.Tone.DIM, "and " + Units.count(all.size() - ROWS) + " more"));
        }
        return blocks;
    }
}
