package dev.faultline.model.judge;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// What changes about a finding where tests were traced.
final class TestRuns {
    /// A finding names so many tests.
    private static final int MOST_TESTS = 3;

    private TestRuns() {
    }

    /// The finding with the names of the tests that its goroutines ran in, or were started by. Tests allocate, collect and
    /// stop the world as they need it for what they check, and nobody waits for them: there a load is worth a notice. A
    /// benchmark is traced to see its load.
    static Finding view(Facts facts, Rule rule, Finding finding) {
        if (facts.runs().byName().keySet().stream().noneMatch(name -> name.kind() == Run.Kind.TEST)) {
            return finding;
        }
        Goroutines goroutines = facts.model().goroutines();
        List<String> tests = finding.evidence().goroutines().stream().limit(FindingBuilder.MOST)
                .map(id -> facts.runs().test(goroutines, goroutines.indexOf(id)))
                .filter(Objects::nonNull).map(Run::name).distinct().limit(MOST_TESTS).toList();
        Finding named = tests.isEmpty() ? finding : finding.inTests(tests);
        return rule.judgesLoad() && !benchmarks(goroutines) ? named.asNotice() : named;
    }

    private static boolean benchmarks(Goroutines goroutines) {
        return IntStream.range(0, goroutines.count()).anyMatch(g -> goroutines.name(g).startsWith("testing.(*B)."));
    }
}
