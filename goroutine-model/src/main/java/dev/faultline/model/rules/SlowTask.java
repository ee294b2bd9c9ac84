package dev.faultline.model.rules;

import dev.faultline.model.Task;
import dev.faultline.model.analysis.CriticalPath;
import dev.faultline.model.analysis.CriticalPath.Cost;
import dev.faultline.model.analysis.CriticalPath.Step;
import dev.faultline.model.analysis.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tasks far above the median of their kind, and where their time went.
final class SlowTask implements Rule {
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
    public List<Finding> check(Facts facts, Settings settings) {
        Map<String, List<Task>> kinds = new LinkedHashMap<>();
        for (Task task : facts.model().tasks()) {
            if (task.began() && task.ended() && task.creator() >= 0) {
                kinds.computeIfAbsent(task.name(), key -> new ArrayList<>()).add(task);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (List<Task> kind : kinds.values()) {
            if (kind.size() < settings.value(this, KIND)) {
                continue;
            }
            kind.sort(Comparator.comparingLong(Task::durationNs));
            Task median = kind.get(kind.size() / 2);
            double limit = Math.max(settings.value(this, LEAST), median.durationNs() * settings.value(this, TIMES));
            List<Task> slow = kind.stream().filter(t -> t.durationNs() > limit).toList().reversed();
            if (!slow.isEmpty()) {
                findings.add(finding(facts, settings, slow, median));
            }
        }
        return findings;
    }

    private Finding finding(Facts facts, Settings settings, List<Task> slow, Task median) {
        Task worst = slow.getFirst();
        Map<Cost, Long> usual = path(facts, median).sums();
        CriticalPath path = path(facts, worst);
        Map.Entry<Cost, Long> most = path.sums().entrySet().stream()
                .max(Comparator.comparingLong(e -> e.getValue() - usual.getOrDefault(e.getKey(), 0L))).orElseThrow();
        boolean warn = worst.durationNs() >= settings.value(this, WARN);
        double over = slow.stream().mapToLong(t -> t.durationNs() - median.durationNs()).sum();
        Draft draft = new Draft(this, facts.model())
                .level(warn ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN)
                .summary("%s “%s” took up to %s, the median %s; most of the difference went by %s (%s, usually %s)."
                        .formatted(Say.count(slow.size(), "task"), worst.name(), Say.ns(worst.durationNs()),
                                Say.ns(median.durationNs()), most.getKey().label(), Say.ns(most.getValue()),
                                Say.ns(usual.getOrDefault(most.getKey(), 0L))))
                .why("These are the requests that people remember. The slowest one spent its time so: " + list(path)
                        + ".")
                .cost(over);
        int where = evidence(draft, facts, slow, most.getKey());
        return draft
                .advice(where == 0
                        ? "Follow the slowest task in the timeline to see what it waited for."
                        : "Look at what is waited for at " + facts.code().ownPlace(where) + ".")
                .figure("slow_count", "slow tasks", slow.size()).figure("slowest_ns", "slowest", worst.durationNs())
                .figure("median_ns", "median", median.durationNs()).figure("over_ns", "over the median, summed", over)
                .finding();
    }

    private static CriticalPath path(Facts facts, Task task) {
        return CriticalPath.of(facts.model(), task.creator(), task.startNs(), task.endNs());
    }

    private static String list(CriticalPath path) {
        List<String> parts = new ArrayList<>();
        path.sums().entrySet().stream().sorted(Map.Entry.<Cost, Long>comparingByValue().reversed()).limit(4)
                .forEach(e -> parts.add(e.getKey().label() + " " + Say.ns(e.getValue())));
        return String.join(", ", parts);
    }

    /// Adds the slow tasks and the longest steps of the slowest; returns the stack of the longest step of this cost.
    private static int evidence(Draft draft, Facts facts, List<Task> slow, Cost cost) {
        int where = 0;
        for (int i = 0; i < Math.min(EXPLAINED, slow.size()); i++) {
            Task task = slow.get(i);
            List<Step> steps = new ArrayList<>(path(facts, task).steps());
            steps.sort(Comparator.comparingLong((Step s) -> s.fromNs() - s.toNs()));
            for (Step s : steps.subList(0, Math.min(8, steps.size()))) {
                draft.interval(s.fromNs(), s.toNs(), s.goroutine(), s.cost().label())
                        .stack(s.cost().label(), 1, s.stack());
                where = where == 0 && s.cost() == cost ? s.stack() : where;
            }
        }
        for (Task task : slow) {
            draft.task(task.id()).goroutine(task.creator())
                    .interval(task.startNs(), task.endNs(), task.creator(), "task “" + task.name() + "”");
        }
        return where;
    }
}
