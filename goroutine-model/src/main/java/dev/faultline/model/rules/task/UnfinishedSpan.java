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
import dev.faultline.model.words.Figures;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tasks and regions that were begun and will never be ended.
public final class UnfinishedSpan implements Rule {
    private static final Setting PATIENCE = new Setting("patience_ratio", 3);

    private enum Span {
        TASK, REGION
    }

    /// What was lost under one name at one place.
    private record Key(int name, int place) {}

    @Override
    public String id() {
        return "unfinished-span";
    }

    @Override
    public List<Setting> settings() {
        return List.of(PATIENCE);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        return MissingData.hasRegions(facts) ? Optional.empty() : MissingData.tasks(facts);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<Finding> findings = new ArrayList<>();
        tasks(facts, settings, findings);
        regions(facts, findings);
        return findings;
    }

    private void tasks(Facts facts, Settings settings, List<Finding> findings) {
        Tasks tasks = facts.model().tasks();
        Map<Key, IntArrayList> lost = new LinkedHashMap<>();
        Int2IntOpenHashMap begun = new Int2IntOpenHashMap();
        Int2LongOpenHashMap longest = new Int2LongOpenHashMap();
        IntArrayList open = new IntArrayList();
        for (int t = 0; t < tasks.size(); t++) {
            if (!tasks.began(t)) {
                continue;
            }
            begun.addTo(tasks.nameId(t), 1);
            if (tasks.ended(t)) {
                longest.put(tasks.nameId(t), Math.max(longest.get(tasks.nameId(t)), tasks.durationNs(t)));
            } else {
                open.add(t);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        IntOpenHashSet held = heldOpen(facts);
        for (int t : open) {
            double patience = longest.get(tasks.nameId(t)) * settings.value(this, PATIENCE);
            if (!held.contains(t) && gone(facts, tasks.creator(t))
                    || patience > 0 && goneOn(facts, t, patience)) {
                int place = facts.code().placeOf(facts.code().ownFrame(tasks.beginStack(t)));
                lost.computeIfAbsent(new Key(tasks.nameId(t), place), key -> new IntArrayList()).add(t);
            }
        }
        lost.forEach((key, some) -> findings.add(finding(facts, settings, some, begun.get(key.name()))));
    }

    private static boolean gone(Facts facts, int goroutine) {
        return goroutine < 0 || facts.model().goroutines().ended(goroutine);
    }

    /// Tasks that somebody alive may still end: one who was started within them or is in a region of them.
    private static IntOpenHashSet heldOpen(Facts facts) {
        IntOpenHashSet held = facts.taskContexts().stillWorkedFor();
        Tasks tasks = facts.model().tasks();
        Regions regions = facts.model().regions();
        for (int r = 0; r < regions.size(); r++) {
            if (regions.began(r) && !facts.model().goroutines().ended(regions.goroutine(r))) {
                held.add(tasks.indexOfId(regions.task(r)));
            }
        }
        return held;
    }

    /// Whether the task is overdue and its goroutine has since begun and ended others.
    private static boolean goneOn(Facts facts, int task, double patienceNs) {
        Tasks tasks = facts.model().tasks();
        int creator = tasks.creator(task);
        return creator >= 0 && facts.model().durationNs() - tasks.startNs(task) > patienceNs
                && tasks.parent(task) == 0 && facts.taskContexts().latestDoneNs(creator) > tasks.startNs(task);
    }

    private void regions(Facts facts, List<Finding> findings) {
        Regions regions = facts.model().regions();
        Map<Key, IntArrayList> lost = new LinkedHashMap<>();
        Int2IntOpenHashMap begun = new Int2IntOpenHashMap();
        for (int r = 0; r < regions.size(); r++) {
            if (!regions.began(r)) {
                continue;
            }
            begun.addTo(regions.nameId(r), 1);
            if (!regions.ended(r) && facts.model().goroutines().ended(regions.goroutine(r))) {
                int place = facts.code().placeOf(facts.code().ownFrame(regions.beginStack(r)));
                lost.computeIfAbsent(new Key(regions.nameId(r), place), key -> new IntArrayList()).add(r);
            }
        }
        lost.forEach((key, some) -> {
            String name = facts.model().trace().strings().get(key.name());
            FindingBuilder finding = start(facts, Span.REGION, name, regions.beginStack(some.getInt(0)))
                    .with("exited", true).with("factor", "");
            IntOpenHashSet goroutines = new IntOpenHashSet();
            double cost = 0;
            for (int r : some) {
                int g = regions.goroutine(r);
                long end = regions.endNs(r);
                goroutines.add(g);
                cost += end - regions.startNs(r);
                finding.goroutine(g).task(regions.task(r)).fracture(regions.startNs(r), end, g, "lost");
            }
            waysOut(facts, finding.cost(cost), goroutines);
            findings.add(figures(finding, some.size(), begun.get(key.name()), regions.beginStack(some.getInt(0))));
        });
    }

    private Finding finding(Facts facts, Settings settings, IntArrayList lost, int begun) {
        Tasks tasks = facts.model().tasks();
        long end = facts.model().durationNs();
        String name = tasks.get(lost.getInt(0)).name();
        FindingBuilder finding = start(facts, Span.TASK, name, tasks.beginStack(lost.getInt(0)))
                .with("exited", lost.intStream().allMatch(t -> gone(facts, tasks.creator(t))))
                .with("factor", Figures.value("factor_ratio", settings.value(this, PATIENCE)));
        IntOpenHashSet goroutines = new IntOpenHashSet();
        double cost = 0;
        for (int t : lost) {
            int g = tasks.creator(t);
            long left = g >= 0 ? Math.max(tasks.startNs(t), facts.model().goroutines().endNs(g)) : end;
            goroutines.add(g);
            cost += left - tasks.startNs(t);
            finding.goroutine(g).task(tasks.id(t)).fracture(left, end, g, "lost")
                    .interval(tasks.startNs(t), left, g, "open");
        }
        waysOut(facts, finding.cost(cost), goroutines);
        return figures(finding, lost.size(), begun, tasks.beginStack(lost.getInt(0)));
    }

    private FindingBuilder start(Facts facts, Span kind, String name, int stack) {
        return new FindingBuilder(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN).with("kind", kind)
                .about(name)
                .with("name", name).place("place", facts, stack);
    }

    private static Finding figures(FindingBuilder finding, int lost, int begun, int stack) {
        return finding.with("lost", lost).with("begun", begun).figure("unfinished_count", lost)
                .figure("begun_count", begun).figure("unfinished_ratio", (double) lost / Math.max(1, begun))
                .stack("begin", lost, stack).finding();
    }

    /// How these goroutines left, from the stacks that they showed: a deferred call runs inside a panic or Goexit.
    private static void waysOut(Facts facts, FindingBuilder finding, IntOpenHashSet goroutines) {
        finding.with("panics", facts.timing().leftBy("runtime.gopanic", goroutines))
                .with("exits", facts.timing().leftBy("runtime.Goexit", goroutines));
    }
}
