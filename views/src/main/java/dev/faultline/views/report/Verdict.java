package dev.faultline.views.report;

import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.Units;
import dev.faultline.trace.format.ReadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The verdict in three sentences: how bad it is, what is worst, what to do about it.
final class Verdict {
    private static final int LONGEST = 420;

    private Verdict() {
    }

    static void add(Html body, Contents contents) {
        List<Finding> findings = contents.findings();
        Html box = body.add("div", "verdict " + tone(findings));
        if (loud(findings)) {
            Finding worst = findings.getFirst();
            box.add("div", "count").text(Words.count(findings.stream().map(Finding::severity).toList()) + ".");
            String advice = Words.sentence(Words.shortened(Words.firstSentence(worst.advice()), LONGEST));
            box.add("div").text(Words.sentence(Words.shortened(worst.summary(), LONGEST)) + " " + advice);
        } else {
            box.add("div", "count").text(findings.isEmpty()
                    ? "No findings in " + Units.duration(contents.model().durationNs()) + " of "
                            + Units.count(contents.model().goroutines().count(), "goroutine") + "."
                    : "No serious findings.");
            box.add("div").text(String.join(" ", quiet(findings)));
        }
        lost(contents.trace().report()).ifPresent(text -> box.add("div", "loss").text(text));
    }

    private static List<String> quiet(List<Finding> findings) {
        List<String> sentences = new ArrayList<>();
        if (!findings.isEmpty()) {
            sentences.add(Words.count(findings.stream().map(Finding::severity).toList())
                    + ", which a healthy program may also have: "
                    + Words.sentence(Words.shortened(findings.getFirst().summary(), LONGEST)));
        }
        sentences.add("This covers what the trace recorded, with the thresholds in the appendix.");
        return sentences;
    }

    private static Optional<String> lost(ReadReport report) {
        String what = Completeness.sentence(report);
        return switch (Completeness.of(report)) {
            case COMPLETE -> Optional.empty();
            case CUT_OFF -> Optional.of(what);
            case CONTRADICTORY -> Optional.of(what + " See the appendix.");
            case DAMAGED -> Optional.of(what + " Findings are based on the rest; see the appendix.");
        };
    }

    private static boolean loud(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity() != Severity.NOTICE);
    }

    /// Style class of the box.
    private static String tone(List<Finding> findings) {
        return findings.stream().map(Finding::severity).filter(s -> s != Severity.NOTICE).min(Severity::compareTo)
                .map(Severity::label).orElse("fine");
    }
}
