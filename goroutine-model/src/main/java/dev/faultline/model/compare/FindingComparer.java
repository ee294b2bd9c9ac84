package dev.faultline.model.compare;

import dev.faultline.model.compare.FindingChange.Status;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares findings by their stable keys.
final class FindingComparer {
    private static final Comparator<FindingChange> ORDER = Comparator.comparing(FindingChange::status)
            .thenComparing((FindingChange f) -> f.finding().severity())
            .thenComparing(Comparator.comparingDouble((FindingChange f) -> f.finding().costNs()).reversed())
            .thenComparing(FindingChange::key);

    /// What they tell is how the program was traced and what its machine was doing, or one moment of many.
    private static final Set<String> OF_THE_RUN = Set.of("frozen-process", "late-start", "trace-gap",
            "truncated-trace", "slow-task", "slow-syscall", "long-stw");

    /// The findings of one side by key: in how many runs, and the worst of them.
    private static final class Found {
        private int runs;
        private @Nullable Finding worst;
        private int last = -1;
        private final List<Severity> severities = new ArrayList<>();

        Finding finding() {
            return Objects.requireNonNull(worst);
        }

        /// How severe it is in most runs that have it.
        Severity usual() {
            return severities.stream().sorted().skip(severities.size() / 2).findFirst().orElseThrow();
        }

        void add(Finding finding, int run) {
            runs += run == last ? 0 : 1;
            severities.add(finding.severity());
            last = run;
            if (worst == null || finding.severity().compareTo(worst.severity()) < 0) {
                worst = finding;
            }
        }
    }

    private FindingComparer() {
    }

    static List<FindingChange> compare(Side before, Side after) {
        Map<String, Found> old = found(before);
        Map<String, Found> now = found(after);
        List<FindingChange> changes = new ArrayList<>();
        old.forEach((key, was) -> {
            Found is = now.get(key);
            changes.add(is == null
                    ? new FindingChange(key, was.worst, null, was.runs, 0, status(Status.GONE, was, before))
                    : new FindingChange(key, was.worst, is.worst, was.runs, is.runs,
                            status(was, is, Math.min(before.runs(), after.runs()))));
        });
        now.forEach((key, is) -> {
            if (!old.containsKey(key)) {
                changes.add(new FindingChange(key, null, is.worst, 0, is.runs, status(Status.NEW, is, after)));
            }
        });
        changes.sort(ORDER);
        return changes;
    }

    private static Status status(Status status, Found found, Side side) {
        boolean passing = side.runs() < Significance.RUNS && (found.finding().severity() == Severity.NOTICE
                || found.finding().confidence() == Confidence.POSSIBLE || OF_THE_RUN.contains(found.finding().id()));
        return passing || 2 * found.runs < side.runs() ? Status.PASSING : status;
    }

    /// @param runs of the side that has fewer
    private static Status status(Found was, Found is, int runs) {
        int severity = is.usual().compareTo(was.usual());
        if (severity == 0 || runs < Significance.RUNS && OF_THE_RUN.contains(is.finding().id())) {
            return Status.SAME;
        }
        return severity < 0 ? Status.WORSE : Status.BETTER;
    }

    private static Map<String, Found> found(Side side) {
        Map<String, Found> byKey = new LinkedHashMap<>();
        for (int run = 0; run < side.runs(); run++) {
            for (Finding finding : side.traces().get(run).findings()) {
                byKey.computeIfAbsent(finding.key(), _ -> new Found()).add(finding, run);
            }
        }
        return byKey;
    }
}
