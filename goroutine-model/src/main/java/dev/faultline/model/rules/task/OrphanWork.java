package dev.faultline.model.rules.task;

import dev.faultline.model.Regions;
import dev.faultline.model.Tasks;
import dev.faultline.model.analysis.Facts;
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
        Regions regions = facts.model().regions();
        Tasks tasks = facts.model().tasks();
        Int2ObjectLinkedOpenHashMap<IntArrayList> byTask = new Int2ObjectLinkedOpenHashMap<>();
        for (int r = 0; r < regions.size(); r++) {
            int task = regions.began(r) ? tasks.indexOfBegun(regions.task(r)) : -1;
            if (task >= 0 && tasks.ended(task) && regions.endNs(r) - tasks.endNs(task) > tolerance) {
                byTask.computeIfAbsent(tasks.nameId(task), key -> new IntArrayList()).add(r);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (byTask.isEmpty()) {
            return findings;
        }
        Int2IntOpenHashMap all = new Int2IntOpenHashMap();
        for (int t = 0; t < tasks.size(); t++) {
            all.addTo(tasks.nameId(t), tasks.began(t) ? 1 : 0);
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

    private static long afterEnd(Facts facts, int region) {
        Regions regions = facts.model().regions();
        Tasks tasks = facts.model().tasks();
        long taskEnd = tasks.endNs(tasks.indexOfBegun(regions.task(region)));
        return regions.endNs(region) - Math.max(regions.startNs(region), taskEnd);
    }

    private Finding finding(Facts facts, IntArrayList orphans, int concerned, int all) {
        Regions regions = facts.model().regions();
        Tasks tasks = facts.model().tasks();
        orphans.sort((a, b) -> Long.compare(afterEnd(facts, b), afterEnd(facts, a)));
        int worst = orphans.getInt(0);
        double after = 0;
        Draft draft = new Draft(this, facts.model());
        for (int r : orphans) {
            int g = regions.goroutine(r);
            long late = afterEnd(facts, r);
            after += late;
            draft.goroutine(g).task(regions.task(r))
                    .fracture(regions.endNs(r) - late, regions.endNs(r), g,
                            "“" + regions.get(r).name() + "” after its task ended")
                    .link("created", facts.model().goroutines().creator(g), g);
        }
        int begin = regions.beginStack(worst);
        return draft.level(Severity.WARNING, Confidence.CERTAIN)
                .summary("%s of tasks “%s” worked on after the task's end, such as “%s” for %s (%s of %s tasks)."
                        .formatted(
                                Units.count(orphans.size(), "region"),
                                tasks.get(tasks.indexOfBegun(regions.task(worst))).name(),
                                regions.get(worst).name(), Units.duration(afterEnd(facts, worst)),
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
}
