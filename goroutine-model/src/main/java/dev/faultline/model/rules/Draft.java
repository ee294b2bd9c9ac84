package dev.faultline.model.rules;

import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A finding in the making. Sets what it says and gathers its evidence; views need only so much of it, so evidence of one
/// kind stops growing at [#MOST], except for the goroutines, which are all named. The first stack names the site of the
/// finding.
final class Draft {
    /// Most intervals, stacks or links of one finding.
    static final int MOST = 200;

    private final String id;
    private final TraceModel model;
    private Severity severity = Severity.WARNING;
    private Confidence confidence = Confidence.CERTAIN;
    private String summary = "";
    private String why = "";
    private String advice = "";
    private double costNs;
    private final LongLinkedOpenHashSet goroutines = new LongLinkedOpenHashSet();
    private final List<Evidence.Interval> intervals = new ArrayList<>();
    private final List<Evidence.StackCount> stacks = new ArrayList<>();
    private final LongLinkedOpenHashSet tasks = new LongLinkedOpenHashSet();
    private final List<Evidence.Link> links = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    Draft(Rule rule, TraceModel model) {
        this.id = rule.id();
        this.model = model;
    }

    Draft level(Severity severity, Confidence confidence) {
        this.severity = severity;
        this.confidence = confidence;
        return this;
    }

    Draft summary(String text) {
        summary = text;
        return this;
    }

    Draft why(String text) {
        why = text;
        return this;
    }

    Draft advice(String text) {
        advice = text;
        return this;
    }

    Draft cost(double ns) {
        costNs = ns;
        return this;
    }

    /// @param g index of a goroutine; -1 is passed over
    Draft goroutine(int g) {
        if (g >= 0) {
            goroutines.add(model.goroutines().id(g));
        }
        return this;
    }

    Draft interval(long fromNs, long toNs, int g, String label) {
        return interval(new Evidence.Interval(fromNs, toNs, g < 0 ? 0 : model.goroutines().id(g), label, false));
    }

    /// A stretch in which the story breaks.
    Draft fracture(long fromNs, long toNs, int g, String label) {
        return interval(new Evidence.Interval(fromNs, toNs, g < 0 ? 0 : model.goroutines().id(g), label, true));
    }

    private Draft interval(Evidence.Interval interval) {
        if (intervals.size() < MOST) {
            intervals.add(interval);
        }
        return this;
    }

    Draft stack(String label, long count, int stack) {
        Stacks all = model.trace().stacks();
        if (stack > 0 && stacks.size() < MOST) {
            stacks.add(new Evidence.StackCount(label, count, all.frames(stack)));
        }
        return this;
    }

    /// The most frequent ones of several stacks, with how often each was seen; of equal ones the first comes first.
    Draft stacks(String label, Int2IntLinkedOpenHashMap counts, int most) {
        counts.int2IntEntrySet().stream().sorted(Comparator.comparingInt(e -> -e.getIntValue()))
                .limit(most).forEach(e -> stack(label, e.getIntValue(), e.getIntKey()));
        return this;
    }

    Draft task(long task) {
        if (task != 0) {
            tasks.add(task);
        }
        return this;
    }

    Draft link(String kind, int from, int to) {
        if (from >= 0 && to >= 0 && links.size() < MOST) {
            links.add(new Evidence.Link(kind, model.goroutines().id(from), model.goroutines().id(to)));
        }
        return this;
    }

    Draft figure(String name, String label, double value) {
        figures.add(new Figure(name, label, value));
        return this;
    }

    /// The first stack that was added stays the first: it is the finding's site.
    Finding finding() {
        if (!stacks.isEmpty()) {
            stacks.subList(1, stacks.size()).sort(Comparator.comparingLong(Evidence.StackCount::count).reversed());
        }
        Evidence evidence = new Evidence(List.copyOf(goroutines), intervals, stacks, List.copyOf(tasks), links);
        return new Finding(id, severity, confidence, summary, why, advice, evidence, figures, costNs);
    }
}
