package dev.faultline.app.ui.text;

import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.CriticalPath;
import dev.faultline.model.analysis.task.PathParts;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.LogText;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.EventStore;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Goroutine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Details of tasks, of what is inferred where there are none, and of regions.
final class UserWords {
    private static final int NAMED = 4;
    private static final int LOGS = 60;

    /// Longer ones have too many steps to be followed while somebody waits for the details.
    private static final long LONGEST_PATH_NS = 10_000_000_000L;
    private static final int COSTS = 4;

    private final Facts analysis;
    private final TraceModel model;
    private final Lookup lookup;

    UserWords(Facts facts, Lookup lookup) {
        analysis = facts;
        model = facts.model();
        this.lookup = lookup;
    }

    Details task(Task task) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("From",
                task.began() ? moments().at(task.startNs(), task.durationNs()) : moments().before()));
        facts.add(Fact.plain("To", task.endedBefore()
                ? moments().before()
                : task.ended() ? moments().at(task.endNs(), task.durationNs()) : "not ended"));
        Task parent = task.parent() == 0 ? null : lookup.task(task.parent());
        if (parent != null) {
            facts.add(Fact.linked("Parent", Names.task(parent), new Thing.UserTask(parent)));
        }
        if (task.creator() >= 0) {
            facts.add(goroutine("Started by", task.creator(), task.startNs()));
        }
        for (int i = 0; i < Math.min(NAMED, task.goroutines().size()); i++) {
            facts.add(goroutine(i == 0 ? "Goroutines" : "", task.goroutines().getInt(i), task.startNs()));
        }
        if (task.goroutines().size() > NAMED) {
            facts.add(Fact.plain("", "and " + Units.count(task.goroutines().size() - NAMED) + " more"));
        }
        facts.add(Fact.plain("Contains", Units.count(task.regions().size(), "region") + ", "
                + Units.count(task.logs().size(), "log message")));
        path(task.creator(), task.startNs(), task.endNs(), "task " + Names.task(task), facts);
        logs(task, facts);
        return new Details("Task " + Names.task(task),
                task.endedBefore() ? Names.taskTime(task) : Units.duration(task.durationNs()), Role.TASK, facts,
                stacks("Stack at its start", task.beginStack()));
    }

    /// What is inferred, and how.
    Details inferred(Run run) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("From",
                run.began() ? moments().at(run.fromNs(), run.durationNs()) : moments().before()));
        facts.add(Fact.plain("To", run.ended() ? moments().at(run.toNs(), run.durationNs()) : "not ended"));
        facts.add(goroutine("Goroutine", run.goroutine(), run.fromNs()));
        facts.add(Fact.plain("Inferred", switch (run.kind()) {
            case REQUEST -> "from stacks that show a server call this function";
            case TEST -> "from the goroutine that package testing starts for it";
            case ITEM -> "from the worker's waits for work before and after it";
            case TASK -> "not: the program marks it";
        }));
        path(run.goroutine(), run.fromNs(), run.toNs(), run.kind().label() + " " + GoNames.withoutPath(run.name()),
                facts);
        String title = run.kind().label() + " " + GoNames.withoutPath(run.name()) + " (inferred)";
        return new Details(Character.toUpperCase(title.charAt(0)) + title.substring(1),
                Units.duration(run.durationNs()), Role.TASK, facts, List.of());
    }

    /// Where the time went, along the critical path.
    private void path(int goroutine, long fromNs, long toNs, String of, List<Fact> facts) {
        if (goroutine < 0 || toNs <= fromNs || toNs - fromNs > LONGEST_PATH_NS) {
            return;
        }
        PathParts path = PathParts.of(model, analysis.assists(), goroutine, fromNs, toNs);
        Map<CriticalPath.Cost, Long> sums = new EnumMap<>(CriticalPath.Cost.class);
        path.parts().forEach(part -> sums.merge(part.cost(), part.ns(), Long::sum));
        String spent = sums.entrySet().stream().sorted(Map.Entry.<CriticalPath.Cost, Long>comparingByValue().reversed())
                .limit(COSTS)
                .map(cost -> Phrases.spent(cost.getKey()) + " " + Units.duration(cost.getValue()))
                .collect(Collectors.joining(", "));
        facts.add(Fact.linked("Critical path", spent, new Thing.Path(path, of)));
    }

    Details region(Region region) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("From",
                region.began() ? moments().at(region.startNs(), region.durationNs()) : moments().before()));
        facts.add(Fact.plain("To", region.ended() ? moments().at(region.endNs(), region.durationNs()) : "not ended"));
        facts.add(goroutine("Goroutine", region.goroutine(), region.startNs()));
        Task task = region.task() == 0 ? null : lookup.task(region.task());
        facts.add(task == null
                ? Fact.plain("Task", "none")
                : Fact.linked("Task", Names.task(task), new Thing.UserTask(task)));
        return new Details("Region " + region.name(), Units.duration(region.durationNs()), Role.TASK, facts,
                stacks("Stack at its start", region.beginStack()));
    }

    private void logs(Task task, List<Fact> facts) {
        EventStore events = model.trace().events();
        int shown = Math.min(LOGS, task.logs().size());
        for (int i = 0; i < shown; i++) {
            int row = task.logs().getInt(i);
            facts.add(Fact.linked(i == 0 ? "Log" : "", moments().at(events.time(row)) + "  "
                    + LogText.of(model.trace(), row), new Thing.Moment(row, events.goroutine(row))));
        }
        if (task.logs().size() > shown) {
            facts.add(Fact.plain("", "and " + Units.count(task.logs().size() - shown)
                    + " more: unfold the task's row in the timeline to see all"));
        }
    }

    private Fact goroutine(String label, int goroutine, long ns) {
        return Fact.linked(label, Names.goroutineWithFunction(model, goroutine) + " →",
                new Goroutine(goroutine, model.spans(goroutine).at(ns)));
    }

    private List<NamedStack> stacks(String title, int stack) {
        return stack <= 0 ? List.of() : List.of(new NamedStack(title, model.trace().stacks().frames(stack)));
    }

    private Moments moments() {
        return Moments.of(model.trace());
    }
}
