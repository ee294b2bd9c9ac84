package dev.faultline.model.rules.task;

import dev.faultline.model.Regions;
import dev.faultline.model.Tasks;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.MissingData;
import dev.faultline.model.rules.Phrases;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Work for a task that goes on after the task has ended.
public final class OrphanWork implements Rule {
    private static final Setting TOLERANCE = new Setting("tolerance_ns", 200_000);
    private static final Setting SHARE = new Setting("tasks_ratio", 0.05);

    @Override
    public String id() {
        return "orphan-work";
    }

    @Override
    public List<Setting> settings() {
        return List.of(TOLERANCE, SHARE);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        return MissingData.tasksAndRegions(facts);
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        double tolerance = settings.value(this, TOLERANCE);
        Regions regions = facts.model().regions();
        Tasks tasks = facts.model().tasks();
        Int2ObjectLinkedOpenHashMap<IntArrayList> byTask = new Int2ObjectLinkedOpenHashMap<>();
        for (int r = 0; r < regions.size(); r++) {
            int task = regions.began(r) ? tasks.indexOfKnown(regions.task(r)) : -1;
            if (task >= 0 && tasks.ended(task) && !facts.regionMismatches().contains(r)
                    && regions.endNs(r) - tasks.endNs(task) > tolerance) {
                byTask.computeIfAbsent(tasks.nameId(task), key -> new IntArrayList()).add(r);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (byTask.isEmpty()) {
            return findings;
        }
        Int2IntOpenHashMap all = new Int2IntOpenHashMap();
        for (int t = 0; t < tasks.size(); t++) {
            all.addTo(tasks.nameId(t), tasks.known(t) ? 1 : 0);
        }
        byTask.forEach((name, orphans) -> {
            LongOpenHashSet concerned = new LongOpenHashSet();
            orphans.forEach(r -> concerned.add(regions.task(r)));
            if (concerned.size() >= all.get(name) * settings.value(this, SHARE)) {
                List<Orphan> byTime = new ArrayList<>();
                orphans.forEach(r -> byTime.add(new Orphan(r, afterEnd(facts, r))));
                byTime.sort(Comparator.comparingLong(Orphan::lateNs).reversed());
                findings.add(finding(facts, byTime, concerned.size(), all.get(name)));
            }
        });
        return findings;
    }

    private static long afterEnd(Facts facts, int region) {
        Regions regions = facts.model().regions();
        Tasks tasks = facts.model().tasks();
        long taskEnd = tasks.endNs(tasks.indexOfKnown(regions.task(region)));
        return regions.endNs(region) - Math.max(regions.startNs(region), taskEnd);
    }

    /// A region that went on after its task.
    ///
    /// @param lateNs for so long
    private record Orphan(int region, long lateNs) {}

    private Finding finding(Facts facts, List<Orphan> orphans, int concerned, int all) {
        Regions regions = facts.model().regions();
        Tasks tasks = facts.model().tasks();
        int worst = orphans.getFirst().region;
        double after = 0;
        FindingBuilder finding = new FindingBuilder(this, facts.model());
        for (Orphan orphan : orphans) {
            int r = orphan.region;
            int g = regions.goroutine(r);
            after += orphan.lateNs;
            finding.goroutine(g).task(regions.task(r))
                    .fracture(regions.endNs(r) - orphan.lateNs, regions.endNs(r), g, "late",
                            Map.of("name", regions.name(r)))
                    .link("created", facts.model().goroutines().creator(g), g);
        }
        int begin = regions.beginStack(worst);
        return finding.level(Severity.WARNING, Confidence.CERTAIN).with("regions", orphans.size())
                .about(tasks.get(tasks.indexOfKnown(regions.task(worst))).name()).anywhere()
                .with("task", tasks.get(tasks.indexOfKnown(regions.task(worst))).name())
                .with("region", regions.get(worst).name())
                .with("longest", Units.duration(orphans.getFirst().lateNs)).with("tasks", concerned).with("all", all)
                .place("begin", facts, begin).cost(after)
                .figure("regions_count", orphans.size()).figure("tasks_count", concerned)
                .figure("tasks_ratio", (double) concerned / Math.max(1, all)).figure("after_end_ns", after)
                .figure("longest_ns", orphans.getFirst().lateNs).stack("begin", orphans.size(), begin).finding();
    }
}
