package dev.faultline.views.report.content;

import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;

/// The start of a report on several traces: one line a trace.
public final class ChapterList {
    private ChapterList() {
    }

    public static List<Block> of(ReportModel model) {
        List<String> heads = new ArrayList<>(List.of("Trace"));
        for (Severity severity : Severity.values()) {
            heads.add(Character.toUpperCase(severity.label().charAt(0)) + severity.label().substring(1));
        }
        heads.addAll(List.of("First finding", "Page"));
        List<List<Cell>> rows = new ArrayList<>();
        int findings = 0;
        for (Chapter chapter : model.chapters()) {
            rows.add(row(chapter));
            findings += chapter.findings().size();
        }
        return List.of(
                new Block.Title("FINDINGS REPORT", model.name(), List.of(Units.count(findings, "finding"))),
                new Block.Table("chapters", heads, rows));
    }

    private static List<Cell> row(Chapter chapter) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(Cell.Style.ID, chapter.name()).to(chapter.anchor()));
        for (Severity severity : Severity.values()) {
            long n = chapter.findings().stream().filter(f -> f.finding().severity() == severity).count();
            row.add(Cell.number(Units.count(n), n));
        }
        row.add(Cell.text(chapter.findings().isEmpty()
                ? "none"
                : Words.shortened(chapter.findings().getFirst().finding().summary(), 140)));
        row.add(Cell.of(Cell.Style.PAGE, "to " + chapter.name()).to(chapter.anchor()));
        return row;
    }
}
