package dev.faultline.views.report.content;

import dev.faultline.model.compare.Change;
import dev.faultline.model.compare.Comparison;
import dev.faultline.model.compare.Difference;
import dev.faultline.model.compare.DifferenceWords;
import dev.faultline.model.compare.FindingChange;
import dev.faultline.model.compare.Side;
import dev.faultline.model.compare.Verdict;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import dev.faultline.views.flame.FlameShares.Share;
import java.util.ArrayList;
import java.util.List;

/// A comparison as a report: what got worse first, then what got better or changed otherwise, in an appendix all values.
public final class ComparisonReport {
    private static final List<String> VALUES = List.of("What", "Value", "Old", "New", "Ratio", "p");
    /// Functions whose share of the running time changed by less say nothing.
    private static final double SHARE = 0.02;
    private static final int SHARES = 20;

    private final Comparison comparison;

    private ComparisonReport(Comparison comparison) {
        this.comparison = comparison;
    }

    /// @param before the old side as the user named it
    /// @param after the new side as the user named it
    /// @param running functions by how much their share of the running time changed, the most first
    public static ReportModel of(Comparison comparison, String before, String after, List<Share> running) {
        return new ComparisonReport(comparison).model(before, after, running);
    }

    private ReportModel model(String before, String after, List<Share> running) {
        List<Block> head = new ArrayList<>();
        head.add(new Block.Title("COMPARISON", before + " → " + after,
                List.of("old: " + facts(comparison.before()), "new: " + facts(comparison.after()))));
        head.add(verdict());
        comparison.notes().forEach(note -> head.add(Block.Paragraph.of(Block.Tone.DIM, note)));
        List<Block.Section> sections = new ArrayList<>();
        section(sections, "Worse", Verdict.WORSE);
        section(sections, "Better", Verdict.BETTER);
        section(sections, "Changed otherwise, or perhaps by chance", Verdict.CHANGED);
        shares(sections, running);
        sections.add(new Block.Section("All values", "all-values", Block.Kind.APPENDIX, List.of(
                Block.Paragraph.of(Block.Tone.DIM, "The same: " + DifferenceWords.same(comparison) + "."),
                values(comparison.changes(), true))));
        return new ReportModel(List.of(new Chapter(before + " → " + after, "comparison", List.of(), List.of(), head,
                sections)), "comparison");
    }

    private static String facts(Side side) {
        return (side.runs() == 1 ? "" : Units.count(side.runs(), "run") + ", ") + Units.duration(side.durationNs())
                + ", " + side.traces().getFirst().release();
    }

    private Block verdict() {
        List<FindingChange> findings = comparison.findings(Verdict.WORSE);
        Severity worst = findings.stream().map(f -> f.finding().severity()).min(Severity::compareTo)
                .orElse(comparison.worse() ? Severity.WARNING : null);
        List<String> first = new ArrayList<>();
        findings.stream().limit(1).forEach(f -> first.add(f.finding().summary()));
        comparison.changes(Verdict.WORSE).stream().limit(1).forEach(change -> first
                .add(DifferenceWords.name(change.subject()) + ": " + DifferenceWords.line(change.lead()) + "."));
        return new Block.Verdict(worst, Words.sentence(DifferenceWords.headline(comparison)), String.join(" ", first),
                "");
    }

    private void section(List<Block.Section> sections, String title, Verdict verdict) {
        List<Block> blocks = new ArrayList<>();
        List<FindingChange> findings = comparison.findings(verdict);
        if (!findings.isEmpty()) {
            blocks.add(new Block.Table("changed-findings", List.of("Status", "Severity", "Finding", "Summary"),
                    findings.stream().map(ComparisonReport::row).toList()));
        }
        List<Change> changes = comparison.changes(verdict);
        if (!changes.isEmpty()) {
            blocks.add(values(changes, false));
        }
        if (!blocks.isEmpty()) {
            sections.add(new Block.Section(title, verdict.label(), Block.Kind.MAIN, blocks));
        }
    }

    private static List<Cell> row(FindingChange change) {
        return List.of(Cell.text(change.status().label()), Cell.severity(change.finding().severity()),
                Cell.of(Cell.Style.ID, change.finding().id()), Cell.text(change.finding().summary()));
    }

    private static Block values(List<Change> changes, boolean all) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Change change : changes) {
            for (Difference difference : all ? change.differences() : change.shown()) {
                if (Double.isNaN(difference.before()) && Double.isNaN(difference.after())) {
                    continue;
                }
                rows.add(List.of(
                        new Cell(Cell.Style.TEXT, DifferenceWords.name(change.subject()), all ? "" : change.place(),
                                "", null, Double.NaN),
                        Cell.text(difference.quantity().label()), number(difference, difference.before()),
                        number(difference, difference.after()),
                        Cell.number(DifferenceWords.ratio(difference), difference.ratio()),
                        Cell.number(DifferenceWords.chance(difference), difference.p().orElse(1))));
            }
        }
        return new Block.Table("values", VALUES, rows);
    }

    private static Cell number(Difference difference, double value) {
        return Cell.number(DifferenceWords.value(difference, value), value);
    }

    private static void shares(List<Block.Section> sections, List<Share> running) {
        List<List<Cell>> rows = running.stream().filter(share -> Math.abs(share.change()) >= SHARE).limit(SHARES)
                .map(share -> List.of(Cell.of(Cell.Style.MONO, share.function()),
                        Cell.number(Units.share(share.before()), share.before()),
                        Cell.number(Units.share(share.after()), share.after())))
                .toList();
        if (!rows.isEmpty()) {
            sections.add(new Block.Section("Running time by function", "running", Block.Kind.MAIN,
                    List.of(Block.Paragraph.of(Block.Tone.DIM,
                            "Share of all running time, with what the function calls; the " + SHARES
                                    + " largest changes of at least " + Units.share(SHARE) + "."),
                            new Block.Table("shares", List.of("Function", "Old", "New"), rows))));
        }
    }
}
