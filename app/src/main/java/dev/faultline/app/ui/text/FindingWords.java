package dev.faultline.app.ui.text;

import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Figures;
import dev.faultline.model.words.Places;
import dev.faultline.trace.event.Frame;

/// Findings as plain text.
public final class FindingWords {
    private FindingWords() {
    }

    /// The whole finding, for a mail or an issue.
    public static String plain(Finding finding) {
        var text = new StringBuilder();
        text.append(finding.id()).append(" (").append(finding.severity().label()).append(", ")
                .append(finding.confidence().label()).append(")\n").append(finding.summary()).append("\n\n")
                .append(finding.why()).append('\n');
        for (Figure figure : finding.figures()) {
            text.append("\n  ").append(figure.label()).append(": ")
                    .append(Figures.value(figure.name(), figure.value()));
        }
        for (Evidence.StackCount stack : finding.evidence().stacks()) {
            text.append("\n\n").append(stack.label()).append(" (").append(stack.count()).append("):");
            for (Frame frame : stack.frames()) {
                text.append("\n  ").append(Places.of(frame));
            }
        }
        return text.append("\n\nAdvice: ").append(finding.advice()).append('\n').toString();
    }
}
