package dev.faultline.model.rules.task;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.RegionLog;
import dev.faultline.model.analysis.task.TaskLog;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Lack;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Work for a task that goes on after the task has ended.
public final class OrphanWork implements Rule {
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
    public Optional<String> lacks(Facts facts, Settings settings) {
        return Lack.tasksAndRegions(facts);
    }

    @Override
    public boolean needsSweep() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        double tolerance = settings.value(this, TOLERANCE);
        RegionLog regions = facts.taskContexts().regions();
        TaskLog tasks = facts.taskContexts().tasks();
        Int2ObjectLinkedOpenHashMap<IntArrayList> byTask = new Int2ObjectLinkedOpenHashMap<>();
        for (int r = 0; r < regions.size(); r++) {
            int task = regions.task(r) == 0 ? -1 : tasks.of(regions.task(r));
            if (task >= 0 && tasks.ended(task) && end(facts, r) - tasks.endNs(task) > tolerance) {
                byTask.computeIfAbsent(tasks.name(task), key -> new IntArrayList()).add(r);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (byTask.isEmpty()) {
            return findings;
        }
        Int2IntOpenHashMap all = new Int2IntOpenHashMap();
        for (int t = 0; t < tasks.size(); t++) {
            all.addTo(tasks.name(t), 1);
        }
        byTask.forEach((name, orphans) -> {
            LongOpenHashSet concerned = new LongOpenHashSet();
            orphans.forEach(r -> concerned.add(regions.task(r)));
            if (concerned.size() >= all.get(name) * settings.value(this, SHARE)) {
                findings.add(finding(facts, orphans, concerned.size(), all.get(name)));
            }
        });
        return findings;
    }

    private static long end(Facts facts, int region) {
        RegionLog regions = facts.taskContexts().regions();
        return regions.ended(region) ? regions.endNs(region) : facts.lives().endNs(regions.goroutine(region));
    }

    private static long afterEnd(Facts facts, int region) {
        RegionLog regions = facts.taskContexts().regions();
        TaskLog tasks = facts.taskContexts().tasks();
        return end(facts, region) - Math.max(regions.startNs(region), tasks.endNs(tasks.of(regions.task(region))));
    }

    private Finding finding(Facts facts, IntArrayList orphans, int concerned, int all) {
        RegionLog regions = facts.taskContexts().regions();
        TaskLog tasks = facts.taskContexts().tasks();
        orphans.sort((a, b) -> Long.compare(afterEnd(facts, b), afterEnd(facts, a)));
        int worst = orphans.getInt(0);
        double after = 0;
        Draft draft = new Draft(this, facts.model());
        for (int r : orphans) {
            int g = regions.goroutine(r);
            long late = afterEnd(facts, r);
            after += late;
            draft.goroutine(g).task(regions.task(r))
                    .fracture(end(facts, r) - late, end(facts, r), g,
                            "“" + text(facts, regions.name(r)) + "” after its task ended")
                    .link("created", facts.lives().creator(g), g);
        }
        int begin = regions.stack(worst);
        return draft.level(Severity.WARNING, Confidence.CERTAIN)
                .summary("%s of tasks “%s” worked on after the task's end, such as “%s” for %s (%s of %s tasks)."
                        .formatted(
                                Units.count(orphans.size(), "region"),
                                text(facts, tasks.name(tasks.of(regions.task(worst)))),
                                text(facts, regions.name(worst)), Units.duration(afterEnd(facts, worst)),
                                Units.count(concerned),
                                Units.count(all)))
                .why("The caller has its answer, or has given up, and nobody wants the result any more; the work still "
                        + "takes processors, connections and pool slots from requests that somebody waits for.")
                .advice("Either end the task only when its goroutines are done, or let "
                        + facts.code().ownPlace(begin) + " stop as soon as ctx.Done() is closed"
                        + " (pass ctx down to the blocking call, set a deadline on the connection).")
                .cost(after).figure("regions_count", "regions after the end", orphans.size())
                .figure("tasks_count", "tasks concerned", concerned)
                .figure("tasks_ratio", "share of the tasks", (double) concerned / Math.max(1, all))
                .figure("after_end_ns", "time after the end, summed", after)
                .figure("longest_ns", "longest time after the end", afterEnd(facts, worst))
                .stack("where the work begins", orphans.size(), begin).finding();
    }

    private static String text(Facts facts, int string) {
        return facts.model().trace().strings().get(string);
    }
}
