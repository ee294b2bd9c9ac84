package dev.faultline.views.timeline.row;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Regions;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.words.Names;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.format.EventType;
import dev.faultline.views.filter.Comparison;
import dev.faultline.views.filter.Field;
import dev.faultline.views.filter.FrameMatch;
import dev.faultline.views.filter.Values;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/// Terms that ask what a goroutine ever did: where it was, for which task, on which P, what it waited for. Each is answered by
/// one walk over what there is, not goroutine by goroutine.
final class UsedFields {
    private static final int PROPOSED = 5_000;

    private UsedFields() {
    }

    static List<Field<TraceModel>> all() {
        return List.of(
                new Field<>("frame", ":net.*Read", "a function anywhere in one of its stacks",
                        (comparison, values) -> stacks(
                                FrameMatch.function(Values.text("frame", comparison, values))),
                        model -> FrameMatch.functions(model.trace().stacks(), PROPOSED)),
                new Field<>("file", ":db.go:120", "a file, or a line of it, anywhere in one of its stacks",
                        (comparison, values) -> stacks(FrameMatch.place(Values.text("file", comparison, values)))),
                new Field<>("task", ":call or task:#7", "works for a task, by name or number", UsedFields::tasks,
                        model -> model.tasks().stream().limit(PROPOSED).map(Task::name).distinct().toList()),
                new Field<>("region", ":parse", "has a region of this name", UsedFields::regions,
                        model -> model.regions().stream().limit(PROPOSED).map(region -> region.name()).distinct()
                                .toList()),
                new Field<>("p", ":0,1", "ran on a P", UsedFields::procs),
                new Field<>("with", ":12", "is one of these, woke or created one, or was woken or created by one",
                        UsedFields::partners),
                new Field<>("wait", ":\"chan receive\"", "ever waited for this", UsedFields::waits, _ -> Arrays
                        .stream(WaitKind.values()).map(WaitKind::label).filter(label -> !label.isEmpty()).toList()));
    }

    private static Function<TraceModel, IntPredicate> stacks(Predicate<Frame> wanted) {
        return model -> {
            BitSet stacks = FrameMatch.stacks(model.trace().stacks(), wanted);
            BitSet found = new BitSet();
            Goroutines all = model.goroutines();
            for (int g = 0; g < all.count(); g++) {
                found.set(g, stacks.get(all.creationStack(g)));
            }
            if (!stacks.isEmpty()) {
                for (SpanCursor span = model.allSpans(); span.next();) {
                    if (stacks.get(span.stack())) {
                        found.set(span.goroutine());
                    }
                }
            }
            return found::get;
        };
    }

    private static Function<TraceModel, IntPredicate> tasks(Comparison comparison, List<String> values) {
        boolean numbers = values.stream().allMatch(value -> value.matches("#?[0-9][0-9-]*"));
        LongPredicate id = numbers ? Values.ids("task", comparison, values) : _ -> false;
        Predicate<String> name = numbers ? _ -> false : Values.text("task", comparison, values);
        return model -> {
            BitSet tasks = new BitSet();
            BitSet found = new BitSet();
            for (int t = 0; t < model.tasks().size(); t++) {
                if (id.test(model.tasks().id(t)) || name.test(model.tasks().name(t))
                        || name.test(Names.task(model.tasks().name(t), model.tasks().id(t)))) {
                    tasks.set(t);
                    model.tasks().get(t).goroutines().forEach(found::set);
                }
            }
            return g -> found.get(g) || model.inheritedTask(g) >= 0 && tasks.get(model.inheritedTask(g));
        };
    }

    private static Function<TraceModel, IntPredicate> regions(Comparison comparison, List<String> values) {
        Predicate<String> name = Values.text("region", comparison, values);
        return model -> {
            BitSet found = new BitSet();
            Regions regions = model.regions();
            for (int r = 0; r < regions.size(); r++) {
                if (regions.goroutine(r) >= 0 && name.test(regions.name(r))) {
                    found.set(regions.goroutine(r));
                }
            }
            return found::get;
        };
    }

    private static Function<TraceModel, IntPredicate> procs(Comparison comparison, List<String> values) {
        LongPredicate wanted = Values.ids("p", comparison, values);
        return model -> {
            BitSet found = new BitSet();
            for (int p = 0; p < model.procCount(); p++) {
                if (wanted.test(p)) {
                    ran(model.procSpans(p), found);
                }
            }
            return found::get;
        };
    }

    private static void ran(ProcSpans spans, BitSet found) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.goroutine(i) >= 0 && spans.state(i) == GoState.RUNNING) {
                found.set(spans.goroutine(i));
            }
        }
    }

    private static Function<TraceModel, IntPredicate> partners(Comparison comparison, List<String> values) {
        LongPredicate wanted = Values.ids("with", comparison, values);
        return model -> {
            Goroutines all = model.goroutines();
            BitSet asked = new BitSet();
            for (int g = 0; g < all.count(); g++) {
                asked.set(g, wanted.test(all.id(g)));
            }
            BitSet found = (BitSet) asked.clone();
            EventStore events = model.trace().events();
            for (int row = 0; row < events.size() && !asked.isEmpty(); row++) {
                if (events.type(row) == EventType.GO_UNBLOCK) {
                    pair(events.goroutine(row), events.subject(row), asked, found);
                }
            }
            for (int g = 0; g < all.count(); g++) {
                pair(all.creator(g), g, asked, found);
            }
            return found::get;
        };
    }

    private static void pair(int one, int other, BitSet asked, BitSet found) {
        if (one >= 0 && other >= 0) {
            if (asked.get(one)) {
                found.set(other);
            }
            if (asked.get(other)) {
                found.set(one);
            }
        }
    }

    private static Function<TraceModel, IntPredicate> waits(Comparison comparison, List<String> values) {
        Predicate<String> wanted = Values.text("wait", comparison, values);
        return model -> {
            var strings = model.trace().strings();
            return g -> {
                boolean[] found = {false};
                model.goroutines().waits(g, (reason, kind, ns) -> found[0] |= ns > 0
                        && (wanted.test(kind.label()) || reason > 0 && wanted.test(strings.get(reason))));
                return found[0];
            };
        };
    }
}
