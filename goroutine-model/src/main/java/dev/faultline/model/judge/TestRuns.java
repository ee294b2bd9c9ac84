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
public final class TestRuns {
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
        List<String> tests = of(facts, finding).limit(MOST_TESTS).toList();
        Finding named = tests.isEmpty() ? finding : finding.inTests(tests);
        return LOADS.contains(finding.id()) && !benchmarks(goroutines) ? named.asNotice() : named;
    }

    /// The tests that a finding happened in, by their functions; none in a trace that is not one of tests.
    public static Stream<String> of(Facts facts, Finding finding) {
        if (!facts.tests().any()) {
            return Stream.empty();
        }
        Goroutines goroutines = facts.model().goroutines();
        List<String> first = named(finding.evidence().goroutines().stream().limit(FindingBuilder.MOST)
                .map(id -> facts.tests().of(goroutines.indexOf(id))));
        return first.isEmpty()
                ? named(finding.evidence().stacks().stream().map(stack -> facts.tests().of(stack.frames()))).stream()
                : first.stream();
    }

    /// All tests whose goroutines a trace shows, by their functions, sorted.
    public static List<String> all(Facts facts) {
        if (!facts.tests().any()) {
            return List.of();
        }
        return IntStream.range(0, facts.model().goroutines().count()).mapToObj(facts.tests()::of)
                .filter(Objects::nonNull).distinct().sorted().toList();
    }

    private static List<String> named(Stream<@Nullable String> tests) {
        return tests.filter(Objects::nonNull).distinct().toList();
    }

    private static boolean benchmarks(Goroutines goroutines) {
        return IntStream.range(0, goroutines.count()).anyMatch(g -> goroutines.name(g).startsWith("testing.(*B)."));
    }
}
