package dev.faultline.app.ui.page;

import dev.faultline.model.rules.Finding;
import java.util.List;
import java.util.Set;

/// Findings that say that goroutines are stuck or pile up.
final class Suspects {
    private static final Set<String> IDS = Set.of("goroutine-leak", "goroutine-growth", "deadlock");

    private Suspects() {
    }

    static List<Finding> of(List<Finding> findings) {
        return findings.stream().filter(finding -> IDS.contains(finding.id())).toList();
    }

    /// Number of goroutines that are suspected.
    static int count(List<Finding> findings) {
        return (int) of(findings).stream().flatMap(finding -> finding.evidence().goroutines().stream()).distinct()
                .count();
    }
}
