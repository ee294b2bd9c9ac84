package dev.faultline.views.timeline.row;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.views.filter.Comparison;
import dev.faultline.views.filter.Field;
import dev.faultline.views.filter.Fields;
import dev.faultline.views.filter.Values;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/// The terms by which goroutines are filtered.
final class GoroutineFields {
    private static final int PROPOSED = 2_000;
    private static final List<String> STATES = List.of("waiting", "running", "runnable", "syscall", "ended", "channel",
            "sync", "network", "sleep");

    /// All of them.
    static final Fields<TraceModel> FIELDS = new Fields<>(fields(), GoroutineFields::containing);

    private GoroutineFields() {
    }

    /// A time of a goroutine.
    private interface ToLong {
        long of(Goroutines all, int g);
    }

    private static List<Field<TraceModel>> fields() {
        List<Field<TraceModel>> fields = new ArrayList<>();
        fields.add(new Field<>("fn", ":main.*", "entry function; * stands for anything",
                (comparison, values) -> names(Values.text("fn", comparison, values)), GoroutineFields::entries));
        fields.add(new Field<>("site", ":\"*db.go*\"", "where it was created",
                (comparison, values) -> sites(Values.text("site", comparison, values)),
                model -> model.groups().stream().map(group -> group.site()).distinct().limit(PROPOSED).toList()));
        fields.add(new Field<>("id", ":12,14 or id:10-20", "its number", GoroutineFields::ids));
        fields.add(new Field<>("state", ":waiting", "its last state", GoroutineFields::state, _ -> STATES));
        fields.addAll(UsedFields.all());
        fields.add(time("blocked", "time blocked", Blocked::ns));
        fields.add(time("running", "time on a P", Goroutines::runningNs));
        fields.add(time("runnable", "time in the run queue", Goroutines::runnableNs));
        fields.add(time("syscall", "time in system calls", Goroutines::syscallNs));
        fields.add(time("lived", "from its creation to its end", Goroutines::lifeNs));
        fields.add(time("duration", "the same", Goroutines::lifeNs));
        fields.add(time("channel", "time at channels and select", (all, g) -> sum(all, g, WaitKind.Role.CHANNEL)));
        fields.add(time("sync", "time at locks and WaitGroups", (all, g) -> sum(all, g, WaitKind.Role.SYNC)));
        fields.add(time("network", "time waiting for the network", (all, g) -> sum(all, g, WaitKind.Role.NETWORK)));
        fields.add(time("sleep", "time asleep", (all, g) -> sum(all, g, WaitKind.Role.SLEEP)));
        return fields;
    }

    private static List<String> entries(TraceModel model) {
        return model.groups().stream().map(group -> group.name()).filter(name -> !name.isEmpty()).distinct()
                .limit(PROPOSED).toList();
    }

    private static Field<TraceModel> time(String name, String help, ToLong amount) {
        return new Field<>(name, ">5ms", help, (comparison, values) -> {
            DoublePredicate wanted = Values.duration(name, comparison, values);
            return model -> {
                Goroutines all = model.goroutines();
                return g -> wanted.test(amount.of(all, g));
            };
        });
    }

    private static long sum(Goroutines all, int g, WaitKind.Role role) {
        long sum = 0;
        for (WaitKind kind : WaitKind.values()) {
            sum += kind.role() == role ? all.waitingNs(g, kind) : 0;
        }
        return sum;
    }

    private static Function<TraceModel, IntPredicate> ids(Comparison comparison, List<String> values) {
        LongPredicate wanted = Values.ids("id", comparison, values);
        return model -> g -> wanted.test(model.goroutines().id(g));
    }

    private static Function<TraceModel, IntPredicate> state(Comparison comparison, List<String> values) {
        Predicate<String> wanted = Values.choice("state", comparison, values, STATES);
        return model -> g -> {
            if (model.goroutines().ended(g)) {
                return wanted.test("ended");
            }
            Spans spans = model.spans(g);
            int last = spans.size() - 1;
            return last >= 0 && (wanted.test(label(spans.state(last)))
                    || wanted.test(spans.wait(last).role().name().toLowerCase(Locale.ROOT)));
        };
    }

    private static String label(GoState state) {
        return state == GoState.SYSCALL ? "syscall" : state.label();
    }

    private static Function<TraceModel, IntPredicate> containing(String part) {
        Predicate<String> contains = text -> text.toLowerCase(Locale.ROOT).contains(part);
        return model -> names(contains).apply(model).or(sites(contains).apply(model));
    }

    /// Asks each distinct name once.
    private static Function<TraceModel, IntPredicate> names(Predicate<String> matches) {
        return model -> {
            Int2IntOpenHashMap known = new Int2IntOpenHashMap();
            Goroutines all = model.goroutines();
            return g -> known.computeIfAbsent(all.nameId(g), _ -> matches.test(all.name(g)) ? 1 : 0) == 1;
        };
    }

    private static Function<TraceModel, IntPredicate> sites(Predicate<String> matches) {
        return model -> {
            boolean[] holds = new boolean[model.groups().size()];
            model.groups().forEach(group -> holds[group.index()] = matches.test(group.site()));
            return g -> holds[model.goroutines().group(g)];
        };
    }
}
