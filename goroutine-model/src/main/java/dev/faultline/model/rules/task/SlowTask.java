package dev.faultline.model.rules.task;

import com.google.common.collect.Lists;
import dev.faultline.model.Spans;
import dev.faultline.model.Tasks;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.task.CriticalPath;
import dev.faultline.model.analysis.task.CriticalPath.Cost;
import dev.faultline.model.analysis.task.CriticalPath.Step;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.task.Run.Kind;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.MissingData;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Figures;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tasks, requests, tests and items of work far above the median of their name, and where their time went.
public final class SlowTask implements Rule {
    private static final Setting TIMES = new Setting("times_count", 5);
    private static final Setting LEAST = new Setting("least_ns", 5_000_000);
    private static final Setting KIND = new Setting("kind_count", 20);
    private static final Setting WARN = new Setting("warning_ns", 100_000_000);
    private static final int EXPLAINED = 5;

    @Override
    public String id() {
        return "slow-task";
    }

    @Override
    public List<Setting> settings() {
        return List.of(TIMES, LEAST, KIND, WARN);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        double least = settings.value(this, KIND);
        boolean enough = kinds(facts).stream()
                .anyMatch(kind -> kind.size() >= least && kind.stream().filter(Run::ended).count() >= least);
        return enough || !MissingData.hasTasks(facts)
                ? enough ? Optional.empty() : MissingData.tasks(facts)
                : Optional.of(texts().say("missing.few"));
    }

    /// What began in the trace and took some time, by name: tasks, and what is taken for requests, tests and items.
    private static List<List<Run>> kinds(Facts facts) {
        Tasks tasks = facts.model().tasks();
        Int2ObjectLinkedOpenHashMap<IntArrayList> byName = new Int2ObjectLinkedOpenHashMap<>();
        for (int t = 0; t < tasks.size(); t++) {
            int by = tasks.creator(t);
            // one that lost its goroutine is no slow task: nobody works on it
            if (by >= 0 && (tasks.ended(t) || !facts.model().goroutines().ended(by))) {
                byName.computeIfAbsent(tasks.nameId(t), key -> new IntArrayList()).add(t);
            }
        }
        List<List<Run>> kinds = new ArrayList<>();
        // there may be very many tasks: each is made as an object when it is looked at
        byName.values().forEach(kind -> kinds.add(Lists.transform(kind, t -> Run.ofTask(facts.model(), t))));
        facts.runs().byName().forEach((name, runs) -> {
            if (name.kind() != Kind.TASK) {
                kinds.add(runs.stream().filter(Run::began).toList());
            }
        });
        return kinds;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<Finding> findings = new ArrayList<>();
        double least = settings.value(this, LEAST);
        for (List<Run> kind : kinds(facts)) {
            LongArrayList ended = new LongArrayList();
            List<Run> slow = new ArrayList<>();
            for (Run run : kind) {
                if (run.ended()) {
                    ended.add(run.durationNs());
                }
                if (run.durationNs() > least) {
                    slow.add(run);
                }
            }
            if (ended.size() < settings.value(this, KIND)) {
                continue;
            }
            ended.sort(null);
            long median = Histogram.quantile(ended.toLongArray(), 0.5);
            double above = median * settings.value(this, TIMES);
            slow.removeIf(run -> run.durationNs() <= above);
            if (!slow.isEmpty()) {
                slow.sort(Comparator.comparingLong(Run::durationNs).reversed());
                Run usual = Lists.reverse(kind).stream()
                        .filter(run -> run.ended() && run.durationNs() == median).findFirst().orElseThrow();
                finding(facts, settings, slow, usual).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /// Nothing where workers' items, or the cases of a test, differ in how much there is to do: then that is what makes them
    /// long.
    private Optional<Finding> finding(Facts facts, Settings settings, List<Run> slow, Run median) {
        Run worst = slow.getFirst();
        long usualNs = median.durationNs();
        Map<Cost, Long> usual = path(facts, median).sums();
        CriticalPath path = path(facts, worst);
        Map.Entry<Cost, Long> most = path.sums().entrySet().stream()
                .max(Comparator.comparingLong(e -> e.getValue() - usual.getOrDefault(e.getKey(), 0L))).orElseThrow();
        if (works(worst.kind(), most.getKey())) {
            return Optional.empty();
        }
        // what the program does not mark may be long by design, and so may what has not ended
        boolean warn = slow.stream()
                .anyMatch(r -> !r.inferred() && r.ended() && r.durationNs() >= settings.value(this, WARN));
        double over = slow.stream().mapToLong(r -> r.durationNs() - usualNs).sum();
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(warn ? Severity.WARNING : Severity.NOTICE, worst.inferred()
                        ? Confidence.LIKELY
                        : Confidence.CERTAIN)
                .about(worst).anywhere().with("slow", slow.size()).with("kind", worst.kind()).with("task", worst.name())
                .with("open", slow.stream().filter(r -> !r.ended()).count())
                .with("longest", Units.duration(worst.durationNs())).with("median", Units.duration(usualNs))
                .with("spent", Phrases.spent(most.getKey())).with("most", Units.duration(most.getValue()))
                .with("usual", Units.duration(usual.getOrDefault(most.getKey(), 0L))).with("path", list(path))
                .with("times", Figures.value("times_ratio", settings.value(this, TIMES))).cost(over);
        Step own = ownWait(facts, worst);
        finding.with("waits", own.stack() != 0 && own.toNs() - own.fromNs() >= (worst.durationNs() - usualNs) / 2)
                .with("waited", Units.duration(own.toNs() - own.fromNs())).with("waiting", Phrases.spent(own.cost()))
                .place("at", facts, own.stack());
        int where = evidence(finding, facts, slow, most.getKey());
        return Optional.of(finding.with("located", where != 0).place("place", facts, where)
                .figure("slow_count", slow.size()).figure("slowest_ns", worst.durationNs())
                .figure("median_ns", usualNs).figure("over_ns", over).finding());
    }

    /// Whether time is spent on work of which one may have more than another. What a test does to files and memory is its work,
    /// too.
    private static boolean works(Kind kind, Cost cost) {
        return switch (cost) {
            case RUNNING, QUEUE -> kind == Kind.ITEM || kind == Kind.TEST;
            case SYSCALL, ASSIST, STOPPED, OTHER -> kind == Kind.TEST;
            case NETWORK, SLEEP, CHANNEL, LOCK -> false;
        };
    }

    /// The longest wait for locks or channels of the goroutine itself: the path goes on with whom it waited for.
    private static Step ownWait(Facts facts, Run run) {
        Step longest = new Step(run.goroutine(), run.fromNs(), run.fromNs(), Cost.OTHER, 0);
        Spans spans = facts.model().spansBetween(run.fromNs(), run.toNs()).of(run.goroutine());
        for (int s = 0; s < spans.size(); s++) {
            long from = Math.max(run.fromNs(), spans.start(s));
            long to = Math.min(run.toNs(), spans.end(s));
            WaitKind.Role role = spans.wait(s).role();
            boolean inside = role == WaitKind.Role.CHANNEL || role == WaitKind.Role.SYNC;
            if (inside && to - from > longest.toNs() - longest.fromNs()) {
                longest = new Step(run.goroutine(), from, to,
                        role == WaitKind.Role.SYNC ? Cost.LOCK : Cost.CHANNEL, spans.stack(s));
            }
        }
        return longest;
    }

    private static CriticalPath path(Facts facts, Run run) {
        return new CriticalPath(facts.model(), facts.assists()).explain(run.goroutine(), run.fromNs(), run.toNs());
    }

    private String list(CriticalPath path) {
        List<String> parts = new ArrayList<>();
        path.sums().entrySet().stream().sorted(Map.Entry.<Cost, Long>comparingByValue().reversed()).limit(4)
                .forEach(e -> parts.add(texts().say("step", Map.of("spent",
                        Phrases.spent(e.getKey()), "duration", Units.duration(e.getValue())))));
        return String.join(", ", parts);
    }

    /// Adds what was slow and the longest steps of the slowest; returns the stack of the longest step of this cost.
    private static int evidence(FindingBuilder finding, Facts facts, List<Run> slow, Cost cost) {
        int where = 0;
        for (Run run : slow.subList(0, Math.min(EXPLAINED, slow.size()))) {
            List<Step> steps = new ArrayList<>(path(facts, run).steps());
            steps.sort(Comparator.comparingLong((Step s) -> s.fromNs() - s.toNs()));
            for (Step s : steps.subList(0, Math.min(8, steps.size()))) {
                var spent = Map.of("spent", Phrases.spent(s.cost()));
                finding.interval(s.fromNs(), s.toNs(), s.goroutine(), "step", spent)
                        .stack("step", 1, s.stack(), spent);
                where = where == 0 && s.cost() == cost ? s.stack() : where;
            }
        }
        for (Run run : slow) {
            finding.task(run.task()).goroutine(run.goroutine()).interval(run.fromNs(), run.toNs(), run.goroutine(),
                    run.inferred() ? "run" : "task", Map.of("name", run.name()));
        }
        return where;
    }
}
