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
    private static final Setting PATIENCE = new Setting("patience_ratio",
            "a task is overdue from so many times the longest of its kind on", 3);
    private static final String[] WAYS_OUT = {"runtime.gopanic", "runtime.Goexit"};

    /// What was lost under one name at one place.
    private record Key(int name, int place) {}

    @Override
    public String id() {
        return "unfinished-span";
    }

    @Override
    public String about() {
        return "Tasks and regions whose end is missing although those who should end them are gone.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(PATIENCE);
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        return Lack.hasRegions(facts) ? Optional.empty() : Lack.tasks(facts);
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
        lost.forEach((key, some) -> findings.add(finding(facts, some, begun.get(key.name()))));
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
            Draft draft = new Draft(this, facts.model());
            IntOpenHashSet goroutines = new IntOpenHashSet();
            double cost = 0;
            String name = facts.model().trace().strings().get(key.name());
            for (int r : some) {
                int g = regions.goroutine(r);
                long end = regions.endNs(r);
                goroutines.add(g);
                cost += end - regions.startNs(r);
                draft.goroutine(g).task(regions.task(r)).fracture(regions.startNs(r), end, g,
                        "region “" + name + "” never ended");
            }
            String how = wayOut(facts, goroutines);
            findings.add(
                    say(facts, draft.cost(cost), new Words("region", name, regions.beginStack(some.getInt(0)), how),
                            new int[]{some.size(), begun.get(key.name())}));
        });
    }

    private Finding finding(Facts facts, IntArrayList lost, int begun) {
        Tasks tasks = facts.model().tasks();
        long end = facts.model().durationNs();
        Draft draft = new Draft(this, facts.model());
        String name = tasks.get(lost.getInt(0)).name();
        IntOpenHashSet goroutines = new IntOpenHashSet();
        double cost = 0;
        for (int t : lost) {
            int g = tasks.creator(t);
            long left = g >= 0 ? Math.max(tasks.startNs(t), facts.model().goroutines().endNs(g)) : end;
            goroutines.add(g);
            cost += left - tasks.startNs(t);
            draft.goroutine(g).task(tasks.id(t)).fracture(left, end, g, "task “" + name + "” never ended")
                    .interval(tasks.startNs(t), left, g, "task “" + name + "”");
        }
        String how = wayOut(facts, goroutines);
        return say(facts, draft.cost(cost), new Words("task", name, tasks.beginStack(lost.getInt(0)), how),
                new int[]{lost.size(), begun});
    }

    private record Words(String what, String name, int stack, String how) {}

    private static Finding say(Facts facts, Draft draft, Words words, int[] lostAndBegun) {
        int lost = lostAndBegun[0];
        int begun = lostAndBegun[1];
        String place = facts.code().ownPlace(words.stack());
        String what = words.what();
        return draft.level(Severity.WARNING, Confidence.CERTAIN)
                .summary("%s “%s” of %s begun at %s %s never ended%s.".formatted(Units.count(lost, what), words.name(),
                        Units.count(begun), place, lost == 1 ? "was" : "were", words.how()))
                .why("A " + what + " without an end looks as if it still ran: its duration is unknown, and statistics "
                        + "over finished ones leave out exactly those that went wrong.")
                .advice("Call End in a defer right after the begin at " + place
                        + ", so that a panic, runtime.Goexit or an early return cannot skip it.")
                .figure("unfinished_count", what + "s never ended", lost).figure("begun_count", what + "s begun", begun)
                .figure("unfinished_ratio", "share of those begun", (double) lost / Math.max(1, begun))
                .stack("begun at", lost, words.stack()).finding();
    }

    /// How these goroutines left, from the stacks that they showed: a deferred call runs inside a panic or Goexit.
    private static String wayOut(Facts facts, IntOpenHashSet goroutines) {
        StringBuilder ways = new StringBuilder();
        for (String way : WAYS_OUT) {
            int count = facts.sweep().leftBy(way, goroutines);
            if (count > 0) {
                ways.append(", ").append(Units.count(count)).append(" left by ")
                        .append(way.equals("runtime.Goexit") ? way : "a panic");
            }
        }
        return ways.toString();
    }
}
