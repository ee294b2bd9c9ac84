package dev.faultline.views.report.content;

import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;

/// All findings on a few lines, each with a link to its place.
final class FindingsTable {
    /// Rows at most: beyond that a table is no longer an overview.
    static final int ROWS = 300;
    private static final int SUMMARY = 170;

    private FindingsTable() {
    }

    static List<Block> of(List<ReportedFinding> findings) {
        boolean compared = findings.stream().anyMatch(finding -> !finding.news().isEmpty());
        List<String> heads = new ArrayList<>(List.of("Severity", "Finding", "Summary", "Confidence", "Page"));
        if (compared) {
            heads.add(4, "Baseline");
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (ReportedFinding reported : findings.subList(0, Math.min(ROWS, findings.size()))) {
            List<Cell> row = new ArrayList<>(List.of(Cell.severity(reported.finding().severity()),
                    Cell.of(Cell.Style.ID, reported.finding().id()).to(reported.anchor()),
                    Cell.text(Words.shortened(reported.finding().summary(), SUMMARY)),
                    Cell.text(reported.finding().confidence().label()),
                    Cell.of(Cell.Style.PAGE, "to finding " + reported.number()).to(reported.anchor())));
            if (compared) {
                row.add(4, Cell.text(reported.news()));
            }
            rows.add(row);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(compared ? "findings compared" : "findings", heads, rows));
        if (findings.size() > ROWS) {
            blocks.add(Block.Paragraph.of(Block.Tone.DIM,
                    "and " + Units.count(findings.size() - ROWS) + " more, each described below"));
        }
        return blocks;
    }
}
