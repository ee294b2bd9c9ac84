package dev.faultline.app.ui.text;

import dev.faultline.model.GoState;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.CriticalPath.Cost;
import dev.faultline.model.analysis.task.CriticalPath.Handover;
import dev.faultline.model.analysis.task.CriticalPath.Step;
import dev.faultline.model.analysis.task.PathParts;
import dev.faultline.model.analysis.task.PathParts.Holder;
import dev.faultline.model.analysis.task.PathParts.Part;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.States;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The parts of a critical path in words.
public final class PathWords {
    private static final int HOLDERS = 4;

    private final Facts facts;
    private final TraceModel model;

    public PathWords(Facts facts) {
        this.facts = facts;
        model = facts.model();
    }

    /// What its time is spent on: `Waiting for the network`.
    public String what(Part part) {
        String spent = Phrases.spent(part.cost());
        return Character.toUpperCase(spent.charAt(0)) + spent.substring(1);
    }

    public String goroutine(Part part) {
        return Names.goroutineWithFunction(model, part.goroutine());
    }

    /// Where that is in the program's own code, for running time where it stopped; empty when unknown.
    public String place(Part part) {
        int stack = stack(part);
        return stack == 0 ? "" : Phrases.call(facts, stack);
    }

    /// Why the path is on that goroutine: `G17 waits in select`, which it ended.
    public String why(Part part) {
        Handover left = part.left();
        return left == null
                ? ""
                : Names.goroutine(model, left.waiting()) + " was " + States.verb(GoState.WAITING, left.kind())
                        + ", ended by " + Names.goroutine(model, left.waker());
    }

    /// Stack of the longest step: where it waits, or where it stopped running; 0 when unknown.
    public int stack(Part part) {
        Step step = part.longest();
        if (part.stack() != 0 || part.cost() != Cost.RUNNING && part.cost() != Cost.ASSIST) {
            return part.stack();
        }
        Spans spans = model.spans(step.goroutine());
        int span = spans.at(step.fromNs());
        int row = span < 0 ? -1 : spans.endRow(span);
        return row < 0 ? 0 : model.trace().events().stack(row);
    }

    /// The stacks that tell of a part: its own, where the goroutine waited that was left for it, and where that was woken.
    public List<NamedStack> stacks(Part part) {
        var stacks = new ArrayList<NamedStack>();
        boolean runs = part.cost() == Cost.RUNNING || part.cost() == Cost.ASSIST;
        add(runs ? "Stack when it stopped running" : "Stack where it waits", stack(part), stacks);
        Handover left = part.left();
        if (left != null) {
            add("Stack of " + Names.goroutine(model, left.waiting()) + ", which waited", left.stack(), stacks);
            add("Stack that ended the wait", left.wakerStack(), stacks);
        }
        return stacks;
    }

    private void add(String title, int stack, List<NamedStack> stacks) {
        if (stack > 0) {
            stacks.add(new NamedStack(title, model.trace().stacks().frames(stack)));
        }
    }

    /// The span of the longest step.
    public Thing longest(Part part) {
        Step step = part.longest();
        return new Thing.Goroutine(step.goroutine(), model.spans(step.goroutine()).at(step.fromNs()));
    }

    /// Who had the Ps while a part waited for one, by function; empty for other parts.
    public String holders(PathParts parts, Part part) {
        if (part.cost() != Cost.QUEUE) {
            return "";
        }
        List<Holder> holders = parts.holders(model, part);
        double whole = Math.max(1, holders.stream().mapToLong(Holder::ns).sum());
        Map<String, Long> byName = new LinkedHashMap<>();
        holders.forEach(holder -> byName.merge(name(holder.goroutine()), holder.ns(), Long::sum));
        return "Meanwhile the Ps had: " + byName.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(HOLDERS)
                .map(e -> e.getKey() + " " + Units.share(e.getValue() / whole)).collect(Collectors.joining(", "))
                + (byName.size() > HOLDERS ? ", and " + Units.count(byName.size() - HOLDERS) + " more" : "");
    }

    private String name(int goroutine) {
        if (goroutine == Holder.IDLE) {
            return "nothing to run";
        }
        if (goroutine == Holder.STOPPED) {
            return "a stopped world";
        }
        String function = model.goroutines().name(goroutine);
        return function.isEmpty() ? Names.goroutine(model, goroutine) : GoNames.withoutPath(function);
    }
}
