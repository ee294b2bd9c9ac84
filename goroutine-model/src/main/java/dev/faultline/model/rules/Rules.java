package dev.faultline.model.rules;

import dev.faultline.model.analysis.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rules, in a plain list.
public final class Rules {
    private static final List<Rule> ALL = List.of( //
            new GoroutineLeak(), //
            new GoroutineGrowth(), //
            new Deadlock(), //
            new PoolStarvation(), //
            new BrokenContext(), //
            new UnfinishedSpan(), //
            new OrphanWork(), //
            new LateStart(), //
            new TruncatedTrace(), //
            new TraceGap(), //
            new FrozenProcess(), //
            new ForcedGc(), //
            new GcPressure(), //
            new LongStopTheWorld(), //
            new StwStorm(), //
            new GomaxprocsChange(), //
            new SchedulerLatency(), //
            new GoroutineChurn(), //
            new LockContention(), //
            new ThunderingHerd(), //
            new BlockingRate(), //
            new SlowSyscall(), //
            new NetworkWait(), //
            new SlowTask());

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Comparator.comparingDouble(Finding::costNs).reversed()).thenComparing(Finding::confidence)
            .thenComparing(Finding::id).thenComparing(Finding::summary);

    private Rules() {
    }

    /// Every rule that Faultline has.
    public static List<Rule> all() {
        return ALL;
    }

    /// Asks every rule and returns what they found: by severity, then by what it cost the program. A rule that fails
    /// takes nothing else with it: its failure is a notice among the findings.
    public static List<Finding> check(Facts facts, Settings settings) {
        return check(ALL, facts, settings);
    }

    static List<Finding> check(List<Rule> rules, Facts facts, Settings settings) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                findings.addAll(rule.check(facts, settings));
            } catch (RuntimeException | StackOverflowError e) {
                findings.add(failure(rule, e));
            }
        }
        findings.sort(ORDER);
        return findings;
    }

    private static Finding failure(Rule rule, Throwable cause) {
        String what = cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return new Finding("rule-failed", Severity.NOTICE, Confidence.CERTAIN,
                "The rule " + rule.id() + " failed on this trace (" + what + ").",
                "What it would have found is missing; all other findings stand.",
                "This is a fault of the program, not of the trace: please report it with the trace.",
                new Evidence(List.of(), List.of(), List.of(), List.of(), List.of()), List.of(), 0);
    }
}
