package dev.faultline.app.ui.text;

import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.EventStore;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Goroutine;
import java.util.ArrayList;
import java.util.List;

/// Details of tasks and regions.
final class UserWords {
    private static final int NAMED = 4;

    private final TraceModel model;
    private final Lookup lookup;

    UserWords(TraceModel model, Lookup lookup) {
        this.model = model;
        this.lookup = lookup;
    }

    Details task(Task task) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("From", task.began() ? Units.time(task.startNs()) : "before the trace started"));
        facts.add(Fact.plain("To", task.ended() ? Units.time(task.endNs()) : "not ended"));
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
        logs(task, facts);
        return new Details("Task " + Names.task(task), Units.duration(task.durationNs()), Role.TASK, facts,
                stacks("Stack at its start", task.beginStack()));
    }

    Details region(Region region) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("From", region.began() ? Units.time(region.startNs()) : "before the trace started"));
        facts.add(Fact.plain("To", region.ended() ? Units.time(region.endNs()) : "not ended"));
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
        for (int i = 0; i < Math.min(NAMED, task.logs().size()); i++) {
            int row = task.logs().getInt(i);
            String category = model.trace().strings().get((int) events.b(row));
            String message = model.trace().strings().get((int) events.c(row));
            facts.add(Fact.plain(i == 0 ? "Log" : "",
                    Units.time(events.time(row)) + "  " + (category.isEmpty() ? "" : category + ": ") + message));
        }
    }

    private Fact goroutine(String label, int goroutine, long ns) {
        return Fact.linked(label, Names.goroutineWithFunction(model, goroutine) + " →",
                new Goroutine(goroutine, model.spans(goroutine).at(ns)));
    }

    private List<NamedStack> stacks(String title, int stack) {
        return stack <= 0 ? List.of() : List.of(new NamedStack(title, model.trace().stacks().frames(stack)));
    }
}
