package dev.faultline.app.cli.findings;

import dev.faultline.model.gate.Baseline;
import dev.faultline.model.gate.Budget;
import dev.faultline.model.gate.Compared;
import dev.faultline.model.gate.Compared.State;
import dev.faultline.model.metric.Measured;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets the traces of one call pass or fail, one after the other.
final class Gate {
    private final FailOn failOn;
    private final @Nullable Baseline baseline;
    private final List<Budget> budgets;
    private final Set<String> seen = new HashSet<>();
    private Baseline found = new Baseline(List.of());
    private int failing;
    private int broken;

    /// How a trace stands to what is asked of it.
    ///
    /// @param compared its findings in view of the baseline, null without one
    /// @param budgets its metrics in view of the budgets
    /// @param failing the findings for which it fails
    record Result(@Nullable List<Compared> compared, List<Budget.Use> budgets, List<Finding> failing) {
        /// What the baseline says of a finding, null without one.
        @Nullable
        Compared of(Finding finding) {
            return compared == null
                    ? null
                    : compared.stream().filter(c -> c.finding() == finding).findFirst().orElse(null);
        }

        /// What the baseline says of the findings, in words; empty without one.
        Map<Finding, String> news() {
            Map<Finding, String> news = new IdentityHashMap<>();
            if (compared != null) {
                compared.forEach(c -> news.put(c.finding(), c.state().label()));
            }
            return news;
        }

        /// How many of the findings are in a state.
        long count(State state) {
            return compared == null ? 0 : compared.stream().filter(c -> c.state() == state).count();
        }

        boolean failed() {
            return !failing.isEmpty() || budgets.stream().anyMatch(Budget.Use::broken);
        }
    }

    /// @param baseline null for none
    Gate(FailOn failOn, @Nullable Baseline baseline, List<Budget> budgets) {
        this.failOn = failOn;
        this.baseline = baseline;
        this.budgets = budgets;
    }

    /// Whether anything is asked of the traces.
    boolean asks() {
        return baseline != null || !failOn.items().isEmpty() || !budgets.isEmpty();
    }

    /// Looks at a trace.
    Result check(Measured trace, Judgement judgement, long durationNs) {
        judgement.all().forEach(finding -> seen.add(finding.key()));
        judgement.withConsequences().forEach(finding -> seen.add(finding.key()));
        found = found.and(Baseline.of(judgement, durationNs));
        List<Compared> compared = baseline == null ? null : baseline.compare(judgement, durationNs);
        List<Finding> counted = compared == null
                ? judgement.withConsequences()
                : compared.stream().filter(c -> c.state() != State.KNOWN).map(Compared::finding).toList();
        Result result = new Result(compared, budgets.stream().map(budget -> budget.in(trace)).toList(),
                counted.stream().filter(failOn::matches).toList());
        failing += result.failing.size();
        broken += (int) result.budgets.stream().filter(Budget.Use::broken).count();
        return result;
    }

    /// What the baseline knows and no trace shows.
    List<Baseline.Known> gone() {
        return baseline == null
                ? List.of()
                : baseline.all().stream().filter(known -> !seen.contains(known.key())).toList();
    }

    boolean compares() {
        return baseline != null;
    }

    /// All that was found.
    Baseline found() {
        return found;
    }

    /// Findings for which the traces fail.
    int failing() {
        return failing;
    }

    /// Budgets that are broken, counted in each trace.
    int broken() {
        return broken;
    }

    boolean failed() {
        return failing > 0 || broken > 0;
    }

    /// As the user gave it, empty for nothing.
    String failOn() {
        return failOn.text();
    }
}
