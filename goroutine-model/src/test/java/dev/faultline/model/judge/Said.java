package dev.faultline.model.judge;

import dev.faultline.model.Samples;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What all rules find in a trace, with the questions that the tests ask of it.
record Said(Judgement judgement) {
    /// Findings whose goroutines are stuck.
    static final Set<String> STUCK = Set.of("goroutine-leak", "deadlock", "unclosed-body");
    private static final Set<String> ALWAYS_HEARD = Set.of("late-start", "truncated-trace");

    /// Several tests ask the same of all samples.
    private static final Map<Path, Judgement> ALL = new ConcurrentHashMap<>();

    static Said of(Path trace) {
        return new Said(ALL.computeIfAbsent(trace, file -> {
            List<Judgement> judged = new ArrayList<>();
            Samples.check(file, model -> judged.add(Judged.of(model)));
            return judged.getFirst();
        }));
    }

    List<Finding> findings() {
        return judgement.withConsequences();
    }

    /// Kinds of findings above notice, and those that are never more than a notice.
    Set<String> loud() {
        return findings().stream().filter(f -> f.severity() != Severity.NOTICE || ALWAYS_HEARD.contains(f.id()))
                .map(Finding::id).collect(Collectors.toSet());
    }

    /// Goroutines that are said to be stuck, also those of which it is only possible.
    Set<Long> stuck() {
        return goroutines(f -> true);
    }

    /// Goroutines that are said to be stuck for certain or likely.
    Set<Long> surelyStuck() {
        return goroutines(f -> f.confidence() != Confidence.POSSIBLE);
    }

    private Set<Long> goroutines(Predicate<Finding> which) {
        return findings().stream().filter(f -> STUCK.contains(f.id())).filter(which)
                .flatMap(f -> f.evidence().goroutines().stream()).collect(Collectors.toSet());
    }
}
