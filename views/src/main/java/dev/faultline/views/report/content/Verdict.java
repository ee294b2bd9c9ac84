package dev.faultline.views.report.content;

import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.Units;
import dev.faultline.trace.format.ReadReport;
import java.util.ArrayList;
import java.util.List;

/// The verdict in three sentences: how bad it is, what is worst, what to do about it.
final class Verdict {
    private static final int LONGEST = 420;

    private Verdict() {
    }

    static Block.Verdict of(Subject subject) {
        List<Finding> findings = subject.findings();
        Severity worst = findings.stream().map(Finding::severity).filter(s -> s != Severity.NOTICE)
                .min(Severity::compareTo).orElse(null);
        String lost = lost(subject.trace().report());
        if (worst != null) {
            Finding first = findings.getFirst();
            String advice = Words.sentence(Words.shortened(Words.firstSentence(first.advice()), LONGEST));
            return new Block.Verdict(worst, Words.count(findings.stream().map(Finding::severity).toList()) + ".",
                    Words.sentence(Words.shortened(first.summary(), LONGEST)) + " " + advice, lost);
        }
        return new Block.Verdict(null, findings.isEmpty()
                ? "No findings in " + Units.duration(subject.model().durationNs()) + " of "
                        + Units.count(subject.model().goroutines().count(), "goroutine") + "."
                : "No serious findings.", String.join(" ", quiet(subject)), lost);
    }

    private static List<String> quiet(Subject subject) {
        List<Finding> findings = subject.findings();
        List<String> sentences = new ArrayList<>();
        if (!findings.isEmpty()) {
            sentences.add(Words.count(findings.stream().map(Finding::severity).toList())
                    + ", which a healthy program may also have: "
                    + Words.sentence(Words.shortened(findings.getFirst().summary(), LONGEST)));
        }
        sentences.add("This covers what the trace recorded, with the thresholds "
                + (subject.has(ReportPart.APPENDIX) ? "in the appendix." : "in force."));
        return sentences;
    }

    private static String lost(ReadReport report) {
        String what = Completeness.sentence(report);
        return switch (Completeness.of(report)) {
            case COMPLETE -> "";
            case CUT_OFF -> what;
            case CONTRADICTORY -> what + " See the appendix.";
            case DAMAGED -> what + " Findings are based on the rest; see the appendix.";
        };
    }
}
