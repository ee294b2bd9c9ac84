package dev.faultline.model.rules.fracture;

import dev.faultline.model.analysis.DarkTimes;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.ReadReport;
import java.util.List;
import java.util.Map;

/// Parts of the file that could not be read.
public final class TruncatedTrace implements Rule {
    /// How the file is damaged.
    private enum State {
        CUT, CONTRADICTORY, EARLY, LOST;

        static State of(ReadReport report) {
            if (report.losses().isEmpty()) {
                return CUT;
            }
            return report.lostBytes() > 0 ? LOST : report.contradictory() ? CONTRADICTORY : EARLY;
        }
    }

    @Override
    public boolean reportsDamage() {
        return true;
    }

    @Override
    public String id() {
        return "truncated-trace";
    }

    @Override
    public boolean needsTiming() {
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
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(bytes > 0 ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN)
                .with("state", State.of(report))
                .with("cause", report.losses().isEmpty() ? "" : report.losses().getFirst().cause())
                .with("lost", Units.bytes(bytes)).with("size", Units.bytes(size))
                .with("explained", !report.likelyCause().isEmpty())
                .with("reason", report.likelyCause()).figure("lost_bytes", bytes)
                .figure("lost_ratio", (double) bytes / size)
                .figure("dark_ns", DarkTimes.of(facts.model().trace()).totalNs())
                .figure("skipped_events_count", report.skipped());
        for (Loss loss : report.losses()) {
            interval(finding, loss);
        }
        if (report.losses().isEmpty()) {
            finding.fracture(facts.model().durationNs(), facts.model().durationNs(), -1, "end");
        }
        return finding.finding();
    }

    private static void interval(FindingBuilder finding, Loss loss) {
        String label = loss.bytes() == 0 ? "cause" : "lost";
        finding.fracture(loss.fromNs(), loss.toNs(), -1, label, Map.of("cause", loss.cause(), "lost",
                Units.bytes(loss.bytes()), "at", loss.place().toString()));
    }
}
