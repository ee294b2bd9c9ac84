package dev.faultline.model.rules;

import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.analysis.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Work for a task that goes on after the task has ended.
final class OrphanWork implements Rule {
    private static final Setting TOLERANCE = new Setting("tolerance_ns",
            "work that ends so soon after its task is only winding up", 200_000);
    private static final Setting SHARE = new Setting("tasks_ratio", "share of a kind's tasks that must be concerned",
            0.05);

    @Override
    public String id() {
        return "orphan-work";
    }

    @Override
    public String about() {
        return "Regions of a task that begin or go on after the task has ended: work that nobody waits for.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(TOLERANCE, SHARE);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        double tolerance = settings.value(this, TOLERANCE);
        Map<String, List<Region>> byTask = new LinkedHashMap<>();
        for (Region region : facts.model().regions()) {
            Task task = region.task() == 0 ? null : facts.taskContexts().task(region.task());
            if (task != null && task.ended() && region.endNs() - task.endNs() > tolerance) {
                byTask.computeIfAbsent(task.name(), key -> new ArrayList<>()).add(region);
            }
        }
        List<Finding> findings = new ArrayList<>();
        byTask.forEach((name, regions) -> {
            Set<Long> tasks = new HashSet<>();
            regions.forEach(r -> tasks.add(r.task()));
            long all = facts.model().tasks().stream().filter(t -> t.name().equals(name)).count();
            if (tasks.size() >= all * settings.value(this, SHARE)) {
                findings.add(finding(facts, name, regions, new Counts(tasks.size(), all)));
            }
        });
        return findings;
    }

    private record Counts(long concerned, long all) {}

    private Finding finding(Facts facts, String name, List<Region> regions, Counts tasks) {
        regions.sort(Comparator.comparingLong((Region r) -> -afterEnd(facts, r)));
        Region worst = regions.getFirst();
        double after = regions.stream().mapToLong(r -> afterEnd(facts, r)).sum();
        int begin = worst.beginStack();
        Draft draft = new Draft(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN)
                .summary("%s of tasks “%s” worked on after the task's end, such as “%s” for %s (%s of %s tasks)."
                        .formatted(
                                Say.count(regions.size(), "region"), name, worst.name(), Say.ns(afterEnd(facts, worst)),
                                Say.number(tasks.concerned()), Say.number(tasks.all())))
                .why("The caller has its answer, or has given up, and nobody wants the result any more; the work still "
                        + "takes processors, connections and pool slots from requests that somebody waits for.")
                .advice("Either end the task only when its goroutines are done, or let "
                        + facts.code().ownPlace(begin) + " stop as soon as ctx.Done() is closed"
                        + " (pass ctx down to the blocking call, set a deadline on the connection).")
                .cost(after).figure("regions_count", "regions after the end", regions.size())
                .figure("tasks_count", "tasks concerned", tasks.concerned())
                .figure("after_end_ns", "time after the end, summed", after)
                .figure("longest_ns", "longest time after the end", afterEnd(facts, worst))
                .stack("where the work begins", regions.size(), begin);
        for (Region region : regions) {
            int g = region.goroutine();
            long end = region.endNs() - afterEnd(facts, region);
            draft.goroutine(g).task(region.task())
                    .fracture(end, region.endNs(), g, "“" + region.name() + "” after its task ended")
                    .link("created", facts.model().goroutines().creator(g), g);
        }
        return draft.finding();
    }

    private static long afterEnd(Facts facts, Region region) {
        Task task = facts.taskContexts().task(region.task());
        return task == null ? 0 : region.endNs() - Math.max(region.startNs(), task.endNs());
    }
}
