package dev.faultline.app.cli.compare;

import dev.faultline.app.cli.output.Colours;
import dev.faultline.app.cli.output.Paragraph;
import dev.faultline.app.cli.output.ResultStream;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.model.compare.Change;
import dev.faultline.model.compare.Comparison;
import dev.faultline.model.compare.DifferenceWords;
import dev.faultline.model.compare.FindingChange;
import dev.faultline.model.compare.Side;
import dev.faultline.model.compare.Verdict;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.TerminalSafe;
import dev.faultline.model.words.Units;
import dev.faultline.views.flame.FlameShares.Share;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// A comparison as text: what got worse, what got better, what changed otherwise, and how much is the same.
final class ComparisonText {
    /// A part of all running time that moves between functions by less is not worth a line.
    private static final double SHARE = 0.1;
    private static final int SHARES = 5;

    private final ResultStream out;
    private final Paragraph paragraph;
    private final Colours colours;
    private final Comparison comparison;

    ComparisonText(Terminal terminal, Comparison comparison) {
        out = terminal.out();
        colours = terminal.coloured() ? Colours.ANSI : Colours.NONE;
        paragraph = new Paragraph(out);
        this.comparison = comparison;
    }

    /// @param old as the user named the old side
    /// @param now as the user named the new side
    /// @param running functions by how much their share of the running time changed, the most first
    void print(String old, String now, List<Share> running) throws IOException {
        side("Old  ", old, comparison.before());
        side("New  ", now, comparison.after());
        for (String note : comparison.notes()) {
            paragraph.print("note: ", note);
        }
        out.println("");
        out.println(colours.strong(DifferenceWords.headline(comparison)));
        section("WORSE", Verdict.WORSE);
        section("BETTER", Verdict.BETTER);
        section("CHANGED", Verdict.CHANGED);
        if (!comparison.same()) {
            shares(running);
        }
        out.println("");
        paragraph.print("Same: ", DifferenceWords.same(comparison));
        passing();
    }

    private void side(String head, String given, Side side) throws IOException {
        String runs = side.runs() == 1 ? "" : " · " + Units.count(side.runs(), "run");
        out.println(colours.strong(head) + TerminalSafe.of(given) + runs + " · " + Units.duration(side.durationNs())
                + " · " + TerminalSafe.of(side.traces().getFirst().release()));
    }

    private void section(String heading, Verdict verdict) throws IOException {
        List<FindingChange> findings = verdict == Verdict.CHANGED ? List.of() : comparison.findings(verdict);
        List<Change> changes = comparison.changes(verdict);
        if (findings.isEmpty() && changes.isEmpty()) {
            return;
        }
        out.println("");
        out.println(colours.strong(heading));
        for (FindingChange finding : findings) {
            finding(finding);
        }
        for (Change change : changes) {
            String place = change.place().isEmpty() ? "" : "  (" + change.place() + ")";
            out.println("  " + colours.strong(TerminalSafe.of(DifferenceWords.name(change.subject())))
                    + TerminalSafe.of(place));
            paragraph.print("    ", change.shown().stream().map(DifferenceWords::line)
                    .collect(Collectors.joining(" · ")));
        }
    }

    private void finding(FindingChange change) throws IOException {
        Finding finding = change.finding();
        out.println("  " + change.status().label() + " finding  "
                + colours.of(finding.severity(), TerminalSafe.of(finding.id())) + "  ("
                + finding.severity().label() + ", " + finding.confidence().label()
                + DifferenceWords.runs(comparison, change) + ")");
        paragraph.print("    ", finding.summary());
    }

    /// Runs of the same program differ in some findings: one line for all of those.
    private void passing() throws IOException {
        List<FindingChange> findings = comparison.findings(Verdict.CHANGED);
        if (!findings.isEmpty()) {
            paragraph.print("May be chance: ", findings.stream()
                    .map(f -> f.finding().id() + " (" + f.finding().severity().label() + ", "
                            + (f.after() == null ? "only in the old" : "only in the new") + ")")
                    .distinct().collect(Collectors.joining(", ")));
        }
    }

    private void shares(List<Share> running) throws IOException {
        List<Share> shown = running.stream().filter(s -> Math.abs(s.change()) >= SHARE).limit(SHARES).toList();
        if (!shown.isEmpty()) {
            out.println("");
            out.println(colours.strong("RUNNING TIME") + "  share of all running time, by function with what it calls");
            for (Share share : shown) {
                out.println("  " + TerminalSafe.of(share.function()) + "  " + Units.share(share.before()) + " → "
                        + Units.share(share.after()));
            }
        }
    }
}
