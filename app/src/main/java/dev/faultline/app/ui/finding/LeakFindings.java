package dev.faultline.app.ui.finding;

import dev.faultline.model.rules.Finding;
import java.util.List;
import java.util.Set;

/// Findings about stuck or growing goroutines.
public final class LeakFindings {
    private static final Set<String> IDS = Set.of("goroutine-leak", "goroutine-growth", "deadlock", "unclosed-body");

    private LeakFindings() {
    }

    public static List<Finding> of(List<Finding> findings) {
        return findings.stream().filter(finding -> IDS.contains(finding.id())).toList();
    }

    /// Number of goroutines that are suspected.
    public static int count(List<Finding> findings) {
        return (int) of(findings).stream().flatMap(finding -> finding.evidence().goroutines().stream()).distinct()
                .count();
    }
}
