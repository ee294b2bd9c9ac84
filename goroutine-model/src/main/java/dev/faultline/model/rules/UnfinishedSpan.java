package dev.faultline.model.rules;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Region;
import dev.faultline.model.Spans;
import dev.faultline.model.Task;
import dev.faultline.model.analysis.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tasks and regions that were begun and will never be ended.
final class UnfinishedSpan implements Rule {
    private static final Setting PATIENCE = new Setting("patience_ratio",
            "a task is overdue from so many times the longest of its kind on", 3);
    private static final String PANIC = "runtime.gopanic";
    private static final String GOEXIT = "runtime.Goexit";
    private static final int LAST_STACKS = 8;

    /// What was lost under one name at one place.
    private record Key(String name, int place) {}

    private static final class Lost {
        final List<Task> tasks = new ArrayList<>();
        final List<Region> regions = new ArrayList<>();
    }

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
    public List<Finding> check(Facts facts, Settings settings) {
        Map<Key, Lost> lost = new LinkedHashMap<>();
        Map<String, Long> longest = new HashMap<>();
        for (Task task : facts.model().tasks()) {
            if (task.began() && task.ended()) {
                longest.merge(task.name(), task.durationNs(), Math::max);
            }
        }
        for (Task task : facts.model().tasks()) {
            if (task.began() && !task.ended() && abandoned(facts, settings, task, longest)) {
                at(lost, task.name(), facts.code().placeOf(facts.code().ownFrame(task.beginStack()))).tasks.add(task);
            }
        }
        for (Region region : facts.model().regions()) {
            if (region.began() && !region.ended() && facts.model().goroutines().ended(region.goroutine())) {
                int place = facts.code().placeOf(facts.code().ownFrame(region.beginStack()));
                at(lost, region.name(), place).regions.add(region);
            }
        }
        return lost.entrySet().stream().map(e -> finding(facts, e.getKey().name(), e.getValue())).toList();
    }

    private static Lost at(Map<Key, Lost> lost, String name, int place) {
        return lost.computeIfAbsent(new Key(name, place), key -> new Lost());
    }

    /// Whether all goroutines of the task have ended, or the task is overdue and its goroutine has gone on to others.
    private boolean abandoned(Facts facts, Settings settings, Task task, Map<String, Long> longest) {
        Goroutines goroutines = facts.model().goroutines();
        boolean allGone = !task.goroutines().isEmpty();
        for (int g : task.goroutines()) {
            allGone &= goroutines.ended(g);
        }
        if (allGone) {
            return !facts.taskContexts().stillWorkedFor(task.id());
        }
        Long usual = longest.get(task.name());
        return usual != null && task.durationNs() > usual * settings.value(this, PATIENCE) && task.creator() >= 0
                && facts.taskContexts().begunBy(task.creator()).stream()
                        .anyMatch(t -> t.startNs() > task.startNs() && t.parent() != task.id() && t.ended());
    }

    private Finding finding(Facts facts, String name, Lost lost) {
        boolean tasks = !lost.tasks.isEmpty();
        int begin = tasks ? lost.tasks.getFirst().beginStack() : lost.regions.getFirst().beginStack();
        long begun = tasks
                ? facts.model().tasks().stream().filter(t -> t.began() && t.name().equals(name)).count()
                : facts.model().regions().stream().filter(r -> r.began() && r.name().equals(name)).count();
        int n = lost.tasks.size() + lost.regions.size();
        Draft draft = new Draft(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN);
        String how = evidence(draft, facts, lost);
        String what = tasks ? "task" : "region";
        return draft
                .summary("%s “%s” of %s begun at %s %s never ended%s.".formatted(Say.count(n, what), name,
                        Say.number(begun), facts.code().ownPlace(begin), n == 1 ? "was" : "were", how))
                .why("A " + what + " without an end looks as if it still ran: its duration is unknown, and statistics "
                        + "over finished ones leave out exactly those that went wrong.")
                .advice("Call End in a defer right after the begin at " + facts.code().ownPlace(begin)
                        + ", so that a panic, runtime.Goexit or an early return cannot skip it.")
                .figure("unfinished_count", what + "s never ended", n)
                .figure("begun_count", what + "s begun", begun).figure("ended_count", what + "s ended", begun - n)
                .stack("begun at", n, begin).finding();
    }

    /// Adds the evidence; tells what the last stacks say of how the goroutines left.
    private static String evidence(Draft draft, Facts facts, Lost lost) {
        long end = facts.model().durationNs();
        int panics = 0;
        int exits = 0;
        double cost = 0;
        for (Task task : lost.tasks) {
            int g = task.creator();
            long left = g >= 0 && facts.model().goroutines().ended(g) ? facts.model().goroutines().endNs(g) : end;
            draft.goroutine(g).task(task.id()).fracture(left, end, g, "task “" + task.name() + "” never ended")
                    .interval(task.startNs(), left, g, "task “" + task.name() + "”");
            panics += g >= 0 && leftBy(facts, g, PANIC) ? 1 : 0;
            exits += g >= 0 && leftBy(facts, g, GOEXIT) ? 1 : 0;
            cost += left - task.startNs();
        }
        for (Region region : lost.regions) {
            int g = region.goroutine();
            draft.goroutine(g).task(region.task())
                    .fracture(region.startNs(), region.endNs(), g, "region “" + region.name() + "” never ended");
            panics += leftBy(facts, g, PANIC) ? 1 : 0;
            exits += leftBy(facts, g, GOEXIT) ? 1 : 0;
            cost += region.durationNs();
        }
        draft.cost(cost);
        String how = panics > 0 ? ", " + Say.number(panics) + " left by a panic" : "";
        return exits > 0 ? how + ", " + Say.number(exits) + " left by runtime.Goexit" : how;
    }

    private static boolean leftBy(Facts facts, int goroutine, String function) {
        Spans spans = facts.model().spans(goroutine);
        for (int s = Math.max(0, spans.size() - LAST_STACKS); s < spans.size(); s++) {
            if (facts.code().hasFunction(spans.stack(s), function)) {
                return true;
            }
        }
        return false;
    }
}
