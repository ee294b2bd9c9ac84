package dev.faultline.app.cli.findings;

import dev.faultline.app.cli.output.Colours;
import dev.faultline.app.cli.output.Paragraph;
import dev.faultline.app.cli.output.ResultStream;
import dev.faultline.app.cli.output.Terminal;

import dev.faultline.model.TraceModel;
import dev.faultline.model.gate.Compared;
import dev.faultline.model.owner.Owners;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.rules.Suppression;
import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.Figures;
import dev.faultline.model.words.FoldedStack;
import dev.faultline.model.words.GoRelease;
import dev.faultline.model.words.TerminalSafe;
import dev.faultline.model.words.TraceLength;
import dev.faultline.model.words.Units;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The findings as text: what was read, how many of each severity, then each finding with its reason, advice and
/// places.
final class FindingsText {
    private static final int STACKS = 2;
    private static final int FRAMES = 6;
    /// Lost parts that are listed one by one; the JSON has them all.
    private static final int LOSSES = 50;

    private final ResultStream out;
    private final Paragraph paragraph;
    private final Colours colours;

    FindingsText(Terminal terminal) {
        out = terminal.out();
        colours = terminal.coloured() ? Colours.ANSI : Colours.NONE;
        paragraph = new Paragraph(out);
    }

    /// @param label what the trace is called
    void print(TraceModel model, String label, Judgement judgement, Gate.Result gate) throws IOException {
        head(model, label);
        out.println("");
        out.println(count(judgement.findings()));
        for (Finding finding : judgement.findings()) {
            out.println("");
            finding(finding, model.owners(), gate.of(finding));
        }
        notReported(judgement);
    }

    /// What is suppressed, and what could not be checked.
    private void notReported(Judgement judgement) throws IOException {
        if (!judgement.suppressed().isEmpty()) {
            Map<String, Long> sites = judgement.suppressed().stream().map(f -> Suppression.of(f).text())
                    .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
            out.println("");
            paragraph.print("Suppressed  ",
                    Units.count(judgement.suppressed().size(), "finding") + ": " + sites.entrySet()
                            .stream().map(e -> e.getKey() + (e.getValue() > 1 ? " (" + e.getValue() + ")" : ""))
                            .collect(Collectors.joining(", ")));
        }
        if (!judgement.notChecked().isEmpty()) {
            out.println("");
            out.println("Not checked: missing data");
        }
        for (Map.Entry<String, List<String>> missing : judgement.rulesByMissingData().entrySet()) {
            paragraph.print("  ", String.join(", ", missing.getValue()) + ": " + missing.getKey());
        }
    }

    private void head(TraceModel model, String label) throws IOException {
        Trace trace = model.trace();
        out.println(colours.strong(TerminalSafe.of(label)));
        out.println(String.join(" · ", TerminalSafe.of(GoRelease.withHeader(trace)), TraceLength.of(trace),
                Units.count(trace.events().size(), "event"), Units.count(trace.goroutines().size(), "goroutine")));
        for (String notice : Completeness.notes(trace.report())) {
            paragraph.print("note: ", notice);
        }
        for (String loss : Completeness.lines(trace.report(), LOSSES)) {
            paragraph.print("lost: ", loss);
        }
    }

    private static String count(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "No findings.";
        }
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long n = findings.stream().filter(f -> f.severity() == severity).count();
            if (n > 0) {
                parts.add(severity == Severity.CRITICAL ? n + " critical" : Units.count(n, severity.label()));
            }
        }
        return String.join(", ", parts);
    }

    private void finding(Finding finding, Owners owners, @Nullable Compared compared) throws IOException {
        String heading = finding.severity().label().toUpperCase(java.util.Locale.ROOT);
        out.println(colours.of(finding.severity(), heading) + "  " + colours.strong(finding.id()) + "  ("
                + finding.confidence().label() + ")" + (compared == null ? "" : "  " + compared.state().label()));
        paragraph.print("  ", finding.summary());
        if (compared != null && compared.state() == Compared.State.WORSE) {
            paragraph.print("  Worse    ", compared.difference());
        }
        paragraph.print("  Why      ", finding.why());
        paragraph.print("  Advice   ", finding.advice());
        if (!finding.figures().isEmpty()) {
            paragraph.print("  Figures  ",
                    finding.figures().stream().map(f -> Figures.labelled(f.label(), f.name(), f.value()))
                            .collect(Collectors.joining(" · ")));
        }
        for (Evidence.StackCount stack : finding.evidence().stacks().stream().limit(STACKS).toList()) {
            stack(stack, owners);
        }
        int more = finding.evidence().stacks().size() - STACKS;
        if (more > 0) {
            out.println("           and " + Units.count(more, "more stack"));
        }
    }

    private void stack(Evidence.StackCount stack, Owners owners) throws IOException {
        out.println(
                "  " + colours.strong("Stack") + "    " + TerminalSafe.of(stack.label()) + ", "
                        + Units.count(stack.count())
                        + (stack.count() == 1 ? " time" : " times"));
        FoldedStack folded = FoldedStack.of(stack.frames(), owners, FRAMES);
        for (Frame frame : folded.shown()) {
            frameLine(frame.text());
        }
        frameLine(folded.innerText());
        frameLine(folded.outerText());
    }

    private void frameLine(String text) throws IOException {
        if (!text.isEmpty()) {
            out.println("           " + TerminalSafe.of(text));
        }
    }
}
