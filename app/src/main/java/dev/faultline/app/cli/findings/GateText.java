package dev.faultline.app.cli.findings;

import dev.faultline.app.cli.output.Colours;
import dev.faultline.app.cli.output.Paragraph;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.model.gate.Baseline;
import dev.faultline.model.gate.Budget;
import dev.faultline.model.gate.Compared;
import dev.faultline.model.gate.Compared.State;
import dev.faultline.model.words.Units;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What is new, worse, known and gone, which budgets are broken, and whether that is enough to fail.
final class GateText {
    private final Terminal terminal;
    private final Colours colours;
    private final Paragraph paragraph;

    GateText(Terminal terminal) {
        this.terminal = terminal;
        colours = terminal.coloured() ? Colours.ANSI : Colours.NONE;
        paragraph = new Paragraph(terminal.out());
    }

    /// How one trace stands to it.
    void trace(Gate.Result result) throws IOException {
        if (result.compared() != null) {
            line("");
            line("Compared with the baseline: " + result.count(State.NEW) + " new, " + result.count(State.WORSE)
                    + " worse, " + result.count(State.KNOWN) + " known");
            for (Compared compared : result.compared()) {
                if (compared.state() == State.NEW) {
                    paragraph.print("  new    ", compared.finding().severity().label() + " "
                            + compared.finding().key());
                } else if (compared.state() == State.WORSE) {
                    paragraph.print("  worse  ", compared.finding().key() + ": " + compared.difference());
                }
            }
        }
        if (!result.budgets().isEmpty()) {
            line("");
            line("Budgets");
            for (Budget.Use use : result.budgets()) {
                String mark = use.broken() ? "broken " : use.value().isPresent() ? "kept   " : "unknown";
                paragraph.print("  " + mark + "  ", use.text());
            }
        }
    }

    /// What all traces together say.
    void end(Gate gate) throws IOException {
        if (gate.compares()) {
            List<Baseline.Known> gone = gate.gone();
            if (!gone.isEmpty()) {
                line("");
                line("Gone since the baseline: " + Units.count(gone.size(), "finding"));
                for (Baseline.Known known : gone) {
                    paragraph.print("  gone   ", known.severity().label() + " " + known.key());
                }
            }
        }
        if (gate.asks()) {
            line("");
            line(gate.failed() ? colours.strong("Failed") + ": " + reasons(gate) : "Passed");
        }
    }

    private static String reasons(Gate gate) {
        List<String> reasons = new ArrayList<>();
        if (gate.failing() > 0) {
            reasons.add(Units.count(gate.failing(), gate.compares() ? "new or worse finding" : "finding")
                    + (gate.failing() == 1 ? " matches" : " match") + " --fail-on " + gate.failOn());
        }
        if (gate.broken() > 0) {
            reasons.add(Units.count(gate.broken(), "broken budget"));
        }
        return String.join(", ", reasons);
    }

    private void line(String text) throws IOException {
        terminal.out().println(text);
    }
}
