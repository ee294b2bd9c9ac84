package dev.faultline.model.rules;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.unit.Units;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.ReadReport;
import java.util.List;

/// Parts of the file that could not be read.
final class TruncatedTrace implements Rule {
    @Override
    public String id() {
        return "truncated-trace";
    }

    @Override
    public String about() {
        return "The file ends too early, or parts of it could not be read: what was kept and what was lost.";
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
        double dark = 0;
        for (Loss loss : report.losses()) {
            dark += loss.toNs() - loss.fromNs();
            draft.fracture(loss.fromNs(), loss.toNs(), -1, loss.cause());
        }
        if (report.losses().isEmpty()) {
            draft.fracture(facts.model().durationNs(), facts.model().durationNs(), -1, "the trace breaks off");
        }
        String what = report.losses().isEmpty()
                ? "The trace has no proper end; nothing of the file was lost."
                : "%s of %s could not be read: %s".formatted(Units.bytes(bytes), Units.bytes(size),
                        report.losses().getFirst().cause());
        return draft
                .level(bytes > 0 ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN).summary(what)
                .why("What happened in the lost part is unknown: waits may have ended there, tasks too, and goroutines "
                        + "may have come and gone. Findings that rest on it are less sure.")
                .advice("Stop the trace with trace.Stop before the program ends, and wait for the copy to be complete; "
                        + "do not write anything else to the same file.")
                .figure("lost_bytes", "lost", bytes).figure("lost_ratio", "share of the file", (double) bytes / size)
                .figure("dark_ns", "time without events", dark)
                .figure("skipped_events_count", "events given up", report.skipped()).finding();
    }
}
