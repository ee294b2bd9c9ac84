package dev.faultline.app.ui.text;

import dev.faultline.model.analysis.Code;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.unit.Units;
import dev.faultline.trace.event.Frame;

/// Findings as plain text, and the keys by which they are suppressed.
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
            text.append("\n  ").append(figure.label()).append(": ").append(Units.value(figure.name(), figure.value()));
        }
        for (Evidence.StackCount stack : finding.evidence().stacks()) {
            text.append("\n\n").append(stack.label()).append(" (").append(stack.count()).append("):");
            for (Frame frame : stack.frames()) {
                text.append("\n  ").append(Names.frame(frame));
            }
        }
        return text.append("\n\nWhat to do: ").append(finding.advice()).append('\n').toString();
    }

    /// The key of all findings of this kind.
    public static String kindKey(Finding finding) {
        return finding.id();
    }

    /// The key of this kind of finding at this place in the user's code; the kind's where there is no such place.
    public static String siteKey(Finding finding) {
        Frame site = finding.site();
        return site == null || !Code.isOwn(site) ? finding.id() : finding.id() + " @ " + site.function();
    }
}
