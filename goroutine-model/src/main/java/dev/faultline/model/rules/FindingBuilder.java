package dev.faultline.model.rules;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.text.Texts;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers what a rule computed: values for its sentences, and evidence. The words come from the rule's bundle: `summary`,
/// `why` and `advice` with the values, `figure.`, `stack.` and `interval.` with the names that the rule gives. Views need
/// only so much evidence, so evidence of one kind stops growing at [#MOST], except for the goroutines, which are all named.
/// The first stack names the site of the finding.
public final class FindingBuilder {
    /// Most intervals, stacks or links of one finding.
    public static final int MOST = 200;
    private static final String CREATION = "creation";

    private final String id;
    private final Texts texts;
    private final String variant;
    private final TraceModel model;
    private Severity severity = Severity.WARNING;
    private Confidence confidence = Confidence.CERTAIN;
    private double costNs;
    private final Map<String, Object> values = new HashMap<>();
    private final LongLinkedOpenHashSet goroutines = new LongLinkedOpenHashSet();
    private final List<Evidence.Interval> intervals = new ArrayList<>();
    private final List<Evidence.StackCount> stacks = new ArrayList<>();
    private final LongLinkedOpenHashSet tasks = new LongLinkedOpenHashSet();
    private final List<Evidence.Link> links = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private String about = "";
    private boolean anywhere;
    private @Nullable Frame created;
    private @Nullable Frame at;

    /// Starts a finding of a rule, a certain warning.
    public FindingBuilder(Rule rule, TraceModel model) {
        this(rule, model, "");
    }

    /// Starts a finding of a rule that finds things of several kinds.
    ///
    /// @param variant name of the kind: `library` has its texts under `library.summary`, `library.why`, `library.advice`
    public FindingBuilder(Rule rule, TraceModel model, String variant) {
        this.id = rule.id();
        this.texts = rule.texts();
        this.variant = variant.isEmpty() ? "" : variant + ".";
        this.model = model;
    }

    /// How bad it is, and how sure.
    public FindingBuilder level(Severity severity, Confidence confidence) {
        this.severity = severity;
        this.confidence = confidence;
        return this;
    }

    /// A value for the sentences: text that is ready to be shown, a count, a flag, or a constant to choose words by.
    public FindingBuilder with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /// A place for the sentences: `{place}` stands for it, `{place.call}` for the place and the call that is made there.
    ///
    /// @param stack 0 when unknown
    public FindingBuilder place(String name, Facts facts, int stack) {
        values.put(name, Phrases.place(facts, stack));
        values.put(name + ".call", Phrases.call(facts, stack));
        return this;
    }

    /// The task, request, region or the like that it is about: a part of its key.
    ///
    /// @param name as the program has it
    public FindingBuilder about(String name) {
        about = name;
        return this;
    }

    /// The function that it is about: a part of its key.
    public FindingBuilder aboutFunction(String function) {
        return about(FindingKey.function(function));
    }

    /// What was worked on: its name is a part of the key.
    public FindingBuilder about(Run run) {
        return run.inferred() ? aboutFunction(run.name()) : about(run.name());
    }

    /// Its stacks are examples, which differ from one trace to the next: no place is a part of its key.
    public FindingBuilder anywhere() {
        anywhere = true;
        return this;
    }

    /// What it cost the program, nanoseconds of goroutines' time.
    public FindingBuilder cost(double ns) {
        costNs = ns;
        return this;
    }

    /// Adds a goroutine.
    ///
    /// @param g its index; -1 is passed over
    public FindingBuilder goroutine(int g) {
        if (g >= 0) {
            goroutines.add(model.goroutines().id(g));
        }
        return this;
    }

    /// Adds an interval.
    ///
    /// @param fromNs nanoseconds since the start of the trace
    /// @param toNs nanoseconds since the start of the trace
    /// @param g index of the goroutine, -1 for none in particular
    /// @param label name of its label: `wait` stands for the text `interval.wait`
    /// @param own values for that label, beside those of the finding
    public FindingBuilder interval(long fromNs, long toNs, int g, String label, Map<String, ?> own) {
        return interval(fromNs, toNs, g, label, own, false);
    }

    /// Adds an interval whose label needs no values of its own.
    public FindingBuilder interval(long fromNs, long toNs, int g, String label) {
        return interval(fromNs, toNs, g, label, Map.of(), false);
    }

    /// Adds an interval in which the chain of events is broken: drawn hatched.
    public FindingBuilder fracture(long fromNs, long toNs, int g, String label, Map<String, ?> own) {
        return interval(fromNs, toNs, g, label, own, true);
    }

    /// The same with a label that needs no values of its own.
    public FindingBuilder fracture(long fromNs, long toNs, int g, String label) {
        return interval(fromNs, toNs, g, label, Map.of(), true);
    }

    private FindingBuilder interval(long fromNs, long toNs, int g, String label, Map<String, ?> own, boolean broken) {
        if (intervals.size() < MOST) {
            intervals.add(new Evidence.Interval(fromNs, toNs, g < 0 ? 0 : model.goroutines().id(g),
                    say("interval." + label, own), broken));
        }
        return this;
    }

    /// Adds a stack with how often it was seen; 0 is passed over.
    ///
    /// @param label name of its label: `creation` stands for the text `stack.creation`
    public FindingBuilder stack(String label, long count, int stack) {
        return stack(label, count, stack, Map.of());
    }

    /// Adds a stack whose label needs values of its own.
    public FindingBuilder stack(String label, long count, int stack, Map<String, ?> own) {
        Stacks all = model.trace().stacks();
        if (stack > 0 && stacks.size() < MOST) {
            List<Frame> frames = all.frames(stack);
            stacks.add(new Evidence.StackCount(say("stack." + label, own), count, frames));
            if (label.equals(CREATION)) {
                created = created == null ? model.owners().place(frames) : created;
            } else {
                at = at == null ? model.owners().place(frames) : at;
            }
        }
        return this;
    }

    /// The most frequent ones of several stacks, with how often each was seen; of equal ones the first comes first.
    public FindingBuilder stacks(String label, Int2IntLinkedOpenHashMap counts, int most) {
        counts.int2IntEntrySet().stream().sorted(Comparator.comparingInt(e -> -e.getIntValue()))
                .limit(most).forEach(e -> stack(label, e.getIntValue(), e.getIntKey()));
        return this;
    }

    /// Adds a task by its id; 0 is passed over.
    public FindingBuilder task(long task) {
        if (task != 0) {
            tasks.add(task);
        }
        return this;
    }

    /// Adds a relation between two goroutines, by index; -1 is passed over.
    public FindingBuilder link(String kind, int from, int to) {
        if (from >= 0 && to >= 0 && links.size() < MOST) {
            links.add(new Evidence.Link(kind, model.goroutines().id(from), model.goroutines().id(to)));
        }
        return this;
    }

    /// Adds a number; its name ends in its unit and stands for the text `figure.` and the name.
    public FindingBuilder figure(String name, double value) {
        figures.add(new Figure(name, say("figure." + name, Map.of()), value));
        return this;
    }

    private String say(String key, Map<String, ?> own) {
        if (own.isEmpty()) {
            return texts.say(key, values);
        }
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(own);
        return texts.say(key, all);
    }

    /// The first stack that was added stays the first: it is the finding's site.
    ///
    /// @throws IllegalArgumentException when a sentence needs a value that was not given
    public Finding finding() {
        List<Evidence.StackCount> ordered = EvidenceStacks.ordered(stacks, model.owners());
        Evidence evidence = new Evidence(List.copyOf(goroutines), intervals, ordered, List.copyOf(tasks), links);
        Frame site = ordered.isEmpty() ? null : model.owners().place(ordered.getFirst().frames());
        return new Finding(id, severity, confidence, texts.say(variant + "summary", values),
                texts.say(variant + "why", values), texts.say(variant + "advice", values), evidence, figures, site,
                costNs, FindingKey.of(id, anywhere ? null : created, anywhere ? null : at, about));
    }
}
