package dev.faultline.model.judge;

import dev.faultline.model.analysis.DarkTimes;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.judge.Causes.Gathered;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Judgement.Consequence;
import dev.faultline.model.rules.Judgement.NotChecked;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.rules.blocking.BlockingRate;
import dev.faultline.model.rules.blocking.LockContention;
import dev.faultline.model.rules.blocking.PoolStarvation;
import dev.faultline.model.rules.blocking.SlowCgoCall;
import dev.faultline.model.rules.blocking.SlowSyscall;
import dev.faultline.model.rules.blocking.StalledWait;
import dev.faultline.model.rules.blocking.ThreadGrowth;
import dev.faultline.model.rules.blocking.ThunderingHerd;
import dev.faultline.model.rules.fracture.FrozenProcess;
import dev.faultline.model.rules.fracture.LateStart;
import dev.faultline.model.rules.fracture.TraceGap;
import dev.faultline.model.rules.fracture.TruncatedTrace;
import dev.faultline.model.rules.gc.ForcedGc;
import dev.faultline.model.rules.gc.GcDelaysRequests;
import dev.faultline.model.rules.gc.GcPressure;
import dev.faultline.model.rules.gc.LiveHeapGrowth;
import dev.faultline.model.rules.gc.LongStopTheWorld;
import dev.faultline.model.rules.gc.StwStorm;
import dev.faultline.model.rules.leak.Deadlock;
import dev.faultline.model.rules.leak.GoroutineGrowth;
import dev.faultline.model.rules.leak.GoroutineLeak;
import dev.faultline.model.rules.leak.UnclosedBody;
import dev.faultline.model.rules.sched.BusyLoop;
import dev.faultline.model.rules.sched.ChannelHandover;
import dev.faultline.model.rules.sched.GomaxprocsChange;
import dev.faultline.model.rules.sched.GoroutineChurn;
import dev.faultline.model.rules.sched.LowParallelism;
import dev.faultline.model.rules.sched.SchedulerLatency;
import dev.faultline.model.rules.task.BrokenContext;
import dev.faultline.model.rules.task.MismatchedRegion;
import dev.faultline.model.rules.task.NetworkWait;
import dev.faultline.model.rules.task.OrphanWork;
import dev.faultline.model.rules.task.SerialCalls;
import dev.faultline.model.rules.task.SlowTask;
import dev.faultline.model.rules.task.UnfinishedSpan;
import dev.faultline.model.text.Texts;
import dev.faultline.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// The rules, in a plain list.
public final class Rules {
    private static final List<Rule> ALL = List.of( //
            new GoroutineLeak(), //
            new GoroutineGrowth(), //
            new Deadlock(), //
            new UnclosedBody(), //
            new PoolStarvation(), //
            new StalledWait(), //
            new BrokenContext(), //
            new UnfinishedSpan(), //
            new OrphanWork(), //
            new MismatchedRegion(), //
            new LateStart(), //
            new TruncatedTrace(), //
            new TraceGap(), //
            new FrozenProcess(), //
            new ForcedGc(), //
            new GcPressure(), //
            new GcDelaysRequests(), //
            new LiveHeapGrowth(), //
            new LongStopTheWorld(), //
            new StwStorm(), //
            new GomaxprocsChange(), //
            new SchedulerLatency(), //
            new GoroutineChurn(), //
            new LockContention(), //
            new ThunderingHerd(), //
            new BlockingRate(), //
            new SlowSyscall(), //
            new SlowCgoCall(), //
            new ThreadGrowth(), //
            new BusyLoop(), //
            new LowParallelism(), //
            new ChannelHandover(), //
            new NetworkWait(), //
            new SerialCalls(), //
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

    /// Runs every rule, or takes from the trace's index what they found before. Findings come by severity, then by
    /// what it cost the program. A rule that fails does not affect the others: its failure is a notice among the findings.
    public static Judgement judge(Facts facts, Settings settings) {
        Trace trace = facts.model().trace();
        return JudgementPart.find(trace, settings).orElseGet(() -> {
            // damage of kept rows is no failure of a rule: it shows here, before any runs
            trace.events().load();
            Judgement judgement = judge(ALL, facts, settings);
            JudgementPart.keep(trace, judgement);
            return judgement;
        });
    }

    static Judgement judge(List<Rule> rules, Facts facts, Settings settings) {
        DarkTimes dark = DarkTimes.of(facts.model().trace());
        List<Callable<List<Outcome>>> work = new ArrayList<>();
        work.add(() -> prepare(facts));
        inOrderOfStart(rules).forEach(rule -> work.add(() -> List.of(run(rule, facts, settings, dark))));
        List<Outcome> outcomes = new ArrayList<>();
        RulePool.all(work).forEach(outcomes::addAll);
        outcomes.sort(Comparator.comparingInt(outcome -> rules.indexOf(outcome.rule)));
        List<Finding> findings = new ArrayList<>();
        List<NotChecked> notChecked = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            findings.addAll(outcome.findings);
            outcome.missing.ifPresent(missing -> notChecked.add(new NotChecked(outcome.rule.id(), missing)));
        }
        List<Gathered> gathered = new ArrayList<>(Causes.gather(facts, findings));
        gathered.sort(Comparator.comparing(Gathered::finding, ORDER));
        List<Consequence> consequences = new ArrayList<>();
        for (int i = 0; i < gathered.size(); i++) {
            for (Finding consequence : gathered.get(i).consequences()) {
                consequences.add(new Consequence(i, consequence));
            }
        }
        return new Judgement(settings, gathered.stream().map(Gathered::finding).toList(), notChecked, consequences);
    }

    /// One that starts the timing pass, those that need not wait for it, and the others.
    private static List<Rule> inOrderOfStart(List<Rule> rules) {
        List<Rule> order = new ArrayList<>(rules.stream().filter(Rule::needsTiming).toList());
        order.addAll(Math.min(1, order.size()), rules.stream().filter(rule -> !rule.needsTiming()).toList());
        return order;
    }

    private static List<Outcome> prepare(Facts facts) {
        try {
            facts.prepare();
        } catch (RuntimeException _) {
            // the rules that need what could not be made will fail themselves and say so
        }
        return List.of();
    }

    private record Outcome(Rule rule, List<Finding> findings, Optional<String> missing) {}

    private static Outcome run(Rule rule, Facts facts, Settings settings, DarkTimes dark) {
        List<Finding> findings = new ArrayList<>();
        try {
            List<Finding> found = rule.check(facts, settings);
            found.forEach(f -> findings.add(TestRuns.view(facts, rule.reportsDamage() ? f : f.inView(dark))));
            return new Outcome(rule, findings, rule.missing(facts, settings));
        } catch (RuntimeException | StackOverflowError e) {
            findings.add(failure(rule, e));
            return new Outcome(rule, findings, Optional.empty());
        }
    }

    /// @throws SettingsException when no rule has this id; its sentence names all that do
    public static void requireId(String id) throws SettingsException {
        List<String> known = ALL.stream().map(Rule::id).sorted().toList();
        if (!known.contains(id)) {
            throw new SettingsException("unknown finding '" + id + "'; known are: " + String.join(", ", known));
        }
    }

    private static Finding failure(Rule rule, Throwable cause) {
        String what = cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        Texts texts = Texts.of(Rules.class);
        return new Finding("rule-failed", Severity.NOTICE, Confidence.CERTAIN,
                texts.say("failed.summary", Map.of("rule", rule.id(), "cause", what)), texts.say("failed.why"),
                texts.say("failed.advice"),
                new Evidence(List.of(), List.of(), List.of(), List.of(), List.of()), List.of(), null, 0,
                "rule-failed of:" + rule.id());
    }
}
