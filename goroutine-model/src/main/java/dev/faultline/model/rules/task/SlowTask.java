package dev.faultline.model.rules.task;

import dev.faultline.model.Tasks;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.CriticalPath;
import dev.faultline.model.analysis.task.CriticalPath.Cost;
import dev.faultline.model.analysis.task.CriticalPath.Step;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Lack;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tasks far above the median of their kind, and where their time went.
public final class SlowTask implements Rule {
    private static final Setting TIMES = new Setting("times_count", "so many times the median of its kind", 5);
    private static final Setting LEAST = new Setting("least_ns", "faster tasks are never slow", 5_000_000);
    private static final Setting KIND = new Setting("kind_count", "so many tasks of a kind are needed to judge", 20);
    private static final Setting WARN = new Setting("warning_ns", "from this length on it is more than a notice",
            100_000_000);
    private static final int EXPLAINED = 5;

    @Override
    public String id() {
        return "slow-task";
    }

    @Override
    public String about() {
        return "Tasks far slower than the median of their kind, and where their time went.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(TIMES, LEAST, KIND, WARN);
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        boolean enough = kinds(facts).stream().anyMatch(kind -> kind.size() >= settings.value(this, KIND));
        return enough || !Lack.hasTasks(facts)
                ? Lack.tasks(facts)
                : Optional.of(
                        "No kind of task began and ended often enough in the trace to know how long it usually takes.");
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
    public boolean needsSweep() {
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
            long median = durations[durations.length / 2];
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
        Draft draft = new Draft(this, facts.model())
                .level(warn ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN)
                .summary("%s “%s” took up to %s, the median %s; most of the difference went by %s (%s, usually %s)."
                        .formatted(Units.count(slow.size(), "task"), name(facts, worst),
                                Units.duration(tasks.durationNs(worst)),
                                Units.duration(usualNs), most.getKey().label(), Units.duration(most.getValue()),
                                Units.duration(usual.getOrDefault(most.getKey(), 0L))))
                .why("These are the requests that people remember. The slowest one spent its time so: " + list(path)
                        + ".")
                .cost(over);
        int where = evidence(draft, facts, slow, most.getKey());
        return draft
                .advice(where == 0
                        ? "Follow the slowest task in the timeline to see what it waited for."
                        : "Look at what is waited for at " + facts.code().ownPlace(where) + ".")
                .figure("slow_count", "slow tasks", slow.size())
                .figure("slowest_ns", "slowest", tasks.durationNs(worst)).figure("median_ns", "median", usualNs)
                .figure("over_ns", "over the median, summed", over).finding();
    }

    private static String name(Facts facts, int task) {
        return facts.model().tasks().get(task).name();
    }

    private static CriticalPath path(Facts facts, int task) {
        Tasks tasks = facts.model().tasks();
        return new CriticalPath(facts.model(), facts.assists()).explain(tasks.creator(task), tasks.startNs(task),
                tasks.endNs(task));
    }

    private static String list(CriticalPath path) {
        List<String> parts = new ArrayList<>();
        path.sums().entrySet().stream().sorted(Map.Entry.<Cost, Long>comparingByValue().reversed()).limit(4)
                .forEach(e -> parts.add(e.getKey().label() + " " + Units.duration(e.getValue())));
        return String.join(", ", parts);
    }

    /// Adds the slow tasks and the longest steps of the slowest; returns the stack of the longest step of this cost.
    private static int evidence(Draft draft, Facts facts, IntArrayList slow, Cost cost) {
        Tasks tasks = facts.model().tasks();
        int where = 0;
        for (int i = 0; i < Math.min(EXPLAINED, slow.size()); i++) {
            List<Step> steps = new ArrayList<>(path(facts, slow.getInt(i)).steps());
            steps.sort(Comparator.comparingLong((Step s) -> s.fromNs() - s.toNs()));
            for (Step s : steps.subList(0, Math.min(8, steps.size()))) {
                draft.interval(s.fromNs(), s.toNs(), s.goroutine(), s.cost().label())
                        .stack(s.cost().label(), 1, s.stack());
                where = where == 0 && s.cost() == cost ? s.stack() : where;
            }
        }
        for (int t : slow) {
            draft.task(tasks.id(t)).goroutine(tasks.creator(t)).interval(tasks.startNs(t), tasks.endNs(t),
                    tasks.creator(t), "task “" + name(facts, t) + "”");
        }
        return where;
    }
}
