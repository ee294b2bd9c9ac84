package dev.faultline.model.rules.fracture;

import dev.faultline.model.analysis.DarkTimes;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.ReadReport;
import java.util.List;

/// Parts of the file that could not be read.
public final class TruncatedTrace implements Rule {
    private static final String LIKELY_CAUSE = "likely cause";

    @Override
    public boolean tellsOfDamage() {
        return true;
    }

    @Override
    public String id() {
        return "truncated-trace";
    }

    @Override
    public String about() {
        return "The file ends too early, or parts of it could not be read: what was kept and what was lost.";
    }

    @Override
    public boolean needsSweep() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        ReadReport report = facts.model().trace().report();
        return report.complete() && report.losses().isEmpty() ? List.of() : List.of(finding(facts, report));
    }

    private Finding finding(Facts facts, ReadReport report) {
        long bytes = report.lostBytes();
        long size = Math.max(1, facts.model().trace().bytes());
        Draft draft = new Draft(this, facts.model());
        for (Loss loss : report.losses()) {
            draft.fracture(loss.fromNs(), loss.toNs(), -1, label(loss));
        }
        if (report.losses().isEmpty()) {
            draft.fracture(facts.model().durationNs(), facts.model().durationNs(), -1, "the trace breaks off");
        }
        return draft
                .level(bytes > 0 ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN).summary(what(report, size))
                .why(cause(report)
                        + "What happened in the lost part is unknown: waits may have ended there, tasks too, and "
                        + "goroutines may have come and gone. Findings that rest on it are less sure.")
                .advice("Stop the trace with trace.Stop before the program ends, and wait for the copy to be complete; "
                        + "do not write anything else to the same file.")
                .figure("lost_bytes", "lost", bytes).figure("lost_ratio", "share of the file", (double) bytes / size)
                .figure("dark_ns", "time of which something is missing",
                        DarkTimes.of(facts.model().trace()).totalNs())
                .figure("skipped_events_count", "events given up", report.skipped()).finding();
    }

    private static String what(ReadReport report, long size) {
        if (report.losses().isEmpty()) {
            return "The trace has no proper end; nothing of the file was lost.";
        }
        String first = report.losses().getFirst().cause();
        if (report.lostBytes() == 0) {
            return (report.contradictory()
                    ? "The events of the trace contradict each other: "
                    : "The file ends too early: ")
                    + first + ".";
        }
        return "%s of %s could not be read: %s.".formatted(Units.bytes(report.lostBytes()), Units.bytes(size),
                first);
    }

    /// What the reader takes for the cause, as a sentence and a blank.
    private static String cause(ReadReport report) {
        return report.notices().stream().filter(n -> n.startsWith(LIKELY_CAUSE)).findFirst()
                .map(n -> "L" + n.substring(1) + ". ").orElse("");
    }

    private static String label(Loss loss) {
        String whose = loss.thread() == -1 ? "" : " of thread " + Long.toUnsignedString(loss.thread());
        return loss.bytes() == 0
                ? loss.cause()
                : Units.bytes(loss.bytes()) + whose + " lost at byte " + loss.place().offset() + ": " + loss.cause();
    }
}
