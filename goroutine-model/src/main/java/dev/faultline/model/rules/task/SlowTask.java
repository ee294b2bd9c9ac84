package dev.faultline.model.rules.task;

import dev.faultline.model.Spans;
import dev.faultline.model.Tasks;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.task.CriticalPath;
import dev.faultline.model.analysis.task.CriticalPath.Cost;
import dev.faultline.model.analysis.task.CriticalPath.Step;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tasks far above the median of their name, and where their time went.
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
        boolean enough = kinds(facts).stream().anyMatch(kind -> kind.size() >= settings.value(this, KIND));
        return enough || !MissingData.hasTasks(facts)
                ? MissingData.tasks(facts)
                : Optional.of(texts().say("missing.few"));
    }

    /// The tasks that began and ended in the trace, by name.
    private static Collection<IntArrayList> kinds(Facts facts) {
        Tasks tasks = facts.model().tasks();
        Int2ObjectLinkedOpenHashMap<IntArrayList> kinds = new Int2ObjectLinkedOpenHashMap<>();
        for (int t = 0; t < tasks.size(); t++) {
            if (tasks.ended(t) && tasks.creator(t) >= 0) {
                kinds.computeIfAbsent(tasks.nameId(t), key -> new IntArrayList()).add(t);
            }
        }
        return kinds.values();
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Tasks tasks = facts.model().tasks();
        List<Finding> findings = new ArrayList<>();
        for (IntArrayList kind : kinds(facts)) {
            if (kind.size() < settings.value(this, KIND)) {
                continue;
            }
            long[] durations = kind.intStream().mapToLong(tasks::durationNs).sorted().toArray();
            long median = Histogram.quantile(durations, 0.5);
            double limit = Math.max(settings.value(this, LEAST), median * settings.value(this, TIMES));
            IntArrayList slow = new IntArrayList();
            int usual = kind.getInt(0);
            for (int t : kind) {
                if (tasks.durationNs(t) > limit) {
                    slow.add(t);
                }
                usual = tasks.durationNs(t) == median ? t : usual;
            }
            if (!slow.isEmpty()) {
                slow.sort((a, b) -> Long.compare(tasks.durationNs(b), tasks.durationNs(a)));
                findings.add(finding(facts, settings, slow, usual));
            }
        }
        return findings;
    }

    private Finding finding(Facts facts, Settings settings, IntArrayList slow, int median) {
        Tasks tasks = facts.model().tasks();
        int worst = slow.getInt(0);
        long usualNs = tasks.durationNs(median);
        Map<Cost, Long> usual = path(facts, median).sums();
        CriticalPath path = path(facts, worst);
        Map.Entry<Cost, Long> most = path.sums().entrySet().stream()
                .max(Comparator.comparingLong(e -> e.getValue() - usual.getOrDefault(e.getKey(), 0L))).orElseThrow();
        boolean warn = tasks.durationNs(worst) >= settings.value(this, WARN);
        double over = slow.intStream().mapToLong(t -> tasks.durationNs(t) - usualNs).sum();
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(warn ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN)
                .with("slow", slow.size()).with("task", name(facts, worst))
                .with("longest", Units.duration(tasks.durationNs(worst))).with("median", Units.duration(usualNs))
                .with("spent", Phrases.spent(most.getKey())).with("most", Units.duration(most.getValue()))
                .with("usual", Units.duration(usual.getOrDefault(most.getKey(), 0L))).with("path", list(path))
                .with("times", Figures.value("times_ratio", settings.value(this, TIMES))).cost(over);
        int where = evidence(finding, facts, slow, most.getKey());
        int waited = waited(facts, worst);
        return finding.with("waited", waited != 0).place("wait", facts, waited).with("located", where != 0)
                .place("place", facts, where)
                .figure("slow_count", slow.size()).figure("slowest_ns", tasks.durationNs(worst))
                .figure("median_ns", usualNs).figure("over_ns", over).finding();
    }

    /// Where the goroutine of a task itself waited longest for a lock or the like, 0 where it did not.
    private static int waited(Facts facts, int task) {
        Tasks tasks = facts.model().tasks();
        Spans spans = facts.model().spans(tasks.creator(task));
        int stack = 0;
        long longest = 0;
        for (int s = Math.max(0, spans.at(tasks.startNs(task))); s < spans.size()
                && spans.start(s) < tasks.endNs(task); s++) {
            if (spans.wait(s).role() == WaitKind.Role.SYNC && spans.end(s) - spans.start(s) > longest) {
                longest = spans.end(s) - spans.start(s);
                stack = spans.stack(s);
            }
        }
        return stack;
    }

    private static String name(Facts facts, int task) {
        return facts.model().tasks().get(task).name();
    }

    private static CriticalPath path(Facts facts, int task) {
        Tasks tasks = facts.model().tasks();
        return new CriticalPath(facts.model(), facts.assists()).explain(tasks.creator(task), tasks.startNs(task),
                tasks.endNs(task));
    }

    private String list(CriticalPath path) {
        List<String> parts = new ArrayList<>();
        path.sums().entrySet().stream().sorted(Map.Entry.<Cost, Long>comparingByValue().reversed()).limit(4)
                .forEach(e -> parts.add(texts().say("step", Map.of("spent",
                        Phrases.spent(e.getKey()), "duration", Units.duration(e.getValue())))));
        return String.join(", ", parts);
    }

    /// Adds the slow tasks and the longest steps of the slowest; returns the stack of the longest step of this cost.
    private static int evidence(FindingBuilder finding, Facts facts, IntArrayList slow, Cost cost) {
        Tasks tasks = facts.model().tasks();
        int where = 0;
        for (int i = 0; i < Math.min(EXPLAINED, slow.size()); i++) {
            List<Step> steps = new ArrayList<>(path(facts, slow.getInt(i)).steps());
            steps.sort(Comparator.comparingLong((Step s) -> s.fromNs() - s.toNs()));
            for (Step s : steps.subList(0, Math.min(8, steps.size()))) {
                var spent = Map.of("spent", Phrases.spent(s.cost()));
                finding.interval(s.fromNs(), s.toNs(), s.goroutine(), "step", spent)
                        .stack("step", 1, s.stack(), spent);
                where = where == 0 && s.cost() == cost ? s.stack() : where;
            }
        }
        for (int t : slow) {
            finding.task(tasks.id(t)).goroutine(tasks.creator(t)).interval(tasks.startNs(t), tasks.endNs(t),
                    tasks.creator(t), "task", Map.of("name", name(facts, t)));
        }
        return where;
    }
}
