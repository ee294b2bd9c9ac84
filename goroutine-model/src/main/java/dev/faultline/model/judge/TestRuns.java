package dev.faultline.model.judge;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What changes about a finding where tests were traced.
final class TestRuns {
    /// A finding names so many tests.
    private static final int MOST_TESTS = 3;

    /// What a load costs, or a machine that is shared. Tests allocate, stop the world, change GOMAXPROCS, crowd a lock or wake
    /// everybody as they need it for what they check, and nobody waits for them.
    static final Set<String> LOADS = Set.of("blocking-rate", "frozen-process", "gc-pressure", "gomaxprocs-change",
            "goroutine-churn",
            "lock-contention", "long-stw", "pool-starvation", "scheduler-latency", "slow-syscall", "stw-storm",
            "thundering-herd");

    private TestRuns() {
    }

    /// The finding with the names of the tests that its goroutines ran in, or were started by; of one that names none
    /// of their goroutines, those that its stacks show. Loads are worth a notice
    /// there, unless a benchmark is traced: that is done to see its load.
    static Finding view(Facts facts, Finding finding) {
        if (!facts.tests().any()) {
            return finding;
        }
        Goroutines goroutines = facts.model().goroutines();
        List<String> tests = named(finding.evidence().goroutines().stream().limit(FindingBuilder.MOST)
                .map(id -> facts.tests().of(goroutines.indexOf(id))));
        if (tests.isEmpty()) {
            tests = named(finding.evidence().stacks().stream().map(stack -> facts.tests().of(stack.frames())));
        }
        Finding named = tests.isEmpty() ? finding : finding.inTests(tests);
        return LOADS.contains(finding.id()) && !benchmarks(goroutines) ? named.asNotice() : named;
    }

    private static List<String> named(Stream<@Nullable String> tests) {
        return tests.filter(Objects::nonNull).distinct().limit(MOST_TESTS).toList();
    }

    private static boolean benchmarks(Goroutines goroutines) {
        return IntStream.range(0, goroutines.count()).anyMatch(g -> goroutines.name(g).startsWith("testing.(*B)."));
    }
}
