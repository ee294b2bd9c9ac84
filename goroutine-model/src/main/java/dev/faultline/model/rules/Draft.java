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
public final class Draft {
    /// Most intervals, stacks or links of one finding.
    public static final int MOST = 200;

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

    /// Begins a finding of a rule, a certain warning that says nothing yet.
    public Draft(Rule rule, TraceModel model) {
        this.id = rule.id();
        this.model = model;
    }

    /// How bad it is, and how sure.
    public Draft level(Severity severity, Confidence confidence) {
        this.severity = severity;
        this.confidence = confidence;
        return this;
    }

    /// What was found: one sentence.
    public Draft summary(String text) {
        summary = text;
        return this;
    }

    /// What makes it a problem.
    public Draft why(String text) {
        why = text;
        return this;
    }

    /// What to do.
    public Draft advice(String text) {
        advice = text;
        return this;
    }

    /// What it cost the program, nanoseconds of goroutines' time.
    public Draft cost(double ns) {
        costNs = ns;
        return this;
    }

    /// Adds a goroutine.
    ///
    /// @param g its index; -1 is passed over
    public Draft goroutine(int g) {
        if (g >= 0) {
            goroutines.add(model.goroutines().id(g));
        }
        return this;
    }

    /// Adds a stretch; times in nanoseconds since the trace's begin, -1 for no goroutine in particular.
    public Draft interval(long fromNs, long toNs, int g, String label) {
        return interval(new Evidence.Interval(fromNs, toNs, g < 0 ? 0 : model.goroutines().id(g), label, false));
    }

    /// A stretch in which the story breaks.
    public Draft fracture(long fromNs, long toNs, int g, String label) {
        return interval(new Evidence.Interval(fromNs, toNs, g < 0 ? 0 : model.goroutines().id(g), label, true));
    }

    private Draft interval(Evidence.Interval interval) {
        if (intervals.size() < MOST) {
            intervals.add(interval);
        }
        return this;
    }

    /// Adds a stack with how often it was seen; 0 is passed over.
    public Draft stack(String label, long count, int stack) {
        Stacks all = model.trace().stacks();
        if (stack > 0 && stacks.size() < MOST) {
            stacks.add(new Evidence.StackCount(label, count, all.frames(stack)));
        }
        return this;
    }

    /// The most frequent ones of several stacks, with how often each was seen; of equal ones the first comes first.
    public Draft stacks(String label, Int2IntLinkedOpenHashMap counts, int most) {
        counts.int2IntEntrySet().stream().sorted(Comparator.comparingInt(e -> -e.getIntValue()))
                .limit(most).forEach(e -> stack(label, e.getIntValue(), e.getIntKey()));
        return this;
    }

    /// Adds a task by its id; 0 is passed over.
    public Draft task(long task) {
        if (task != 0) {
            tasks.add(task);
        }
        return this;
    }

    /// Adds a relation between two goroutines, by index; -1 is passed over.
    public Draft link(String kind, int from, int to) {
        if (from >= 0 && to >= 0 && links.size() < MOST) {
            links.add(new Evidence.Link(kind, model.goroutines().id(from), model.goroutines().id(to)));
        }
        return this;
    }

    /// Adds a number; its name ends in its unit.
    public Draft figure(String name, String label, double value) {
        figures.add(new Figure(name, label, value));
        return this;
    }

    /// The first stack that was added stays the first: it is the finding's site.
    public Finding finding() {
        if (!stacks.isEmpty()) {
            stacks.subList(1, stacks.size()).sort(Comparator.comparingLong(Evidence.StackCount::count).reversed());
        }
        Evidence evidence = new Evidence(List.copyOf(goroutines), intervals, stacks, List.copyOf(tasks), links);
        return new Finding(id, severity, confidence, summary, why, advice, evidence, figures, costNs);
    }
}
