package dev.faultline.model.compare;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.compare.Quantity.Limits;
import dev.faultline.model.compare.Quantity.Made;
import dev.faultline.model.compare.Subject.Kind;
import dev.faultline.model.metric.Better;
import dev.faultline.model.rules.FindingKey;
import dev.faultline.model.words.Places;
import dev.faultline.trace.event.Stacks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Goroutines by the function that they run and the one that creates them.
final class GroupFigures {
    /// More goroutines make others wait: they come before the waits.
    private static final double CAUSE = 1.8;
    private static final Quantity STARTED = new Quantity("started", "started", "per_s", Better.LOWER, Made.COUNT,
            new Limits(2, 20, 0), CAUSE);
    private static final Quantity LEFT = new Quantity("at-end", "alive at the end", "count", Better.LOWER, Made.COUNT,
            new Limits(2, 20, 0), CAUSE);
    private static final Quantity RUNNING = new Quantity("running", "running time", "ns_per_s", Better.LOWER,
            Made.TIME, new Limits(3, 100e6, 0), 1);

    private static final Pattern CLOSURE = Pattern.compile("\\.(func|gowrap)\\d");

    private final TraceModel model;
    private final Values values;

    GroupFigures(TraceModel model, Values values) {
        this.model = model;
        this.values = values;
    }

    void read() {
        Map<Subject, List<GoroutineGroup>> bySubject = new LinkedHashMap<>();
        for (GoroutineGroup group : model.groups()) {
            if (!group.system()) {
                bySubject.computeIfAbsent(new Subject(Kind.GROUP, name(group)), _ -> new ArrayList<>()).add(group);
            }
        }
        bySubject.forEach(this::add);
    }

    private String name(GoroutineGroup group) {
        Stacks stacks = model.trace().stacks();
        int stack = group.creationStack();
        String entry = entry(group.name());
        return stack <= 0 || stacks.depth(stack) == 0
                ? entry
                : entry + " created by " + FindingKey.function(stacks.frame(stacks.frameId(stack, 0)).function());
    }

    /// The numbers of closures are the compiler's; `main.serve.func` stands for all of a function.
    private static String entry(String function) {
        String named = FindingKey.function(function);
        return CLOSURE.matcher(function).find() ? named + ".func" : named;
    }

    private void add(Subject subject, List<GoroutineGroup> groups) {
        Goroutines all = model.goroutines();
        long[] sums = new long[2];
        Histogram running = new Histogram();
        for (GoroutineGroup group : groups) {
            group.members().forEach(g -> {
                sums[0] += all.bornBefore(g) ? 0 : 1;
                sums[1] += all.ended(g) ? 0 : 1;
                running.add(all.runningNs(g));
            });
        }
        values.perSecond(subject, STARTED, sums[0], sums[0]);
        values.put(subject, LEFT, sums[1], sums[1]);
        values.perSecond(subject, RUNNING, running, 0);
        int last = groups.getLast().members().getInt(groups.getLast().members().size() - 1);
        values.spots.put(subject, new Spot(Places.creation(model, groups.getFirst()), last, all.bornNs(last),
                all.endNs(last)));
    }
}
