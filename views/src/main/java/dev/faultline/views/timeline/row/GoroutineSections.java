package dev.faultline.views.timeline.row;

import dev.faultline.model.GoState;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The sections that list goroutines, filtered, grouped and sorted.
final class GoroutineSections {
    static final String SYSTEM = "system";

    private final TraceModel model;
    private final Goroutines goroutines;
    private final Query query;
    private final long[] keys;
    private int shown;

    GoroutineSections(TraceModel model, Query query) {
        this.model = model;
        this.query = query;
        goroutines = model.goroutines();
        keys = new long[goroutines.count()];
    }

    /// Total number of goroutines in the sections, known after [#build].
    int shown() {
        return shown;
    }

    List<Section> build() {
        Map<String, IntArrayList> lists = lists();
        List<Ranked> ranked = new ArrayList<>();
        lists.forEach((key, list) -> ranked.add(rank(key, list.toIntArray())));
        ranked.sort(Comparator.comparing(Ranked::last).thenComparingLong(Ranked::place));
        return ranked.stream().map(Ranked::section).toList();
    }

    private Map<String, IntArrayList> lists() {
        IntPredicate wanted = query.filter().on(model);
        Map<String, IntArrayList> lists = new LinkedHashMap<>();
        for (GoroutineGroup group : model.groups()) {
            IntArrayList list = new IntArrayList();
            for (int i = 0; i < group.members().size(); i++) {
                int g = group.members().getInt(i);
                if (wanted.test(g)) {
                    keys[g] = query.order().key(goroutines, g);
                    list.add(g);
                    shown++;
                }
            }
            sort(group, list, lists);
        }
        return lists;
    }

    /// Puts the members of a group where they belong.
    private void sort(GoroutineGroup group, IntArrayList members, Map<String, IntArrayList> lists) {
        if (query.grouping() == Grouping.LAST_STATE) {
            members.forEach(g -> lists.computeIfAbsent("state " + lastState(g), _ -> new IntArrayList()).add(g));
        } else if (!members.isEmpty()) {
            String key = query.grouping() == Grouping.NONE
                    ? "goroutines"
                    : group.system() ? SYSTEM : "group " + group.index();
            lists.merge(key, members, (all, more) -> {
                all.addAll(more);
                return all;
            });
        }
    }

    private String lastState(int g) {
        if (goroutines.ended(g)) {
            return "Exited";
        }
        Spans spans = model.spans(g);
        int last = spans.size() - 1;
        if (last < 0) {
            return "Never ran";
        }
        GoState state = spans.state(last);
        String words = state == GoState.WAITING ? "waiting · " + spans.wait(last).label() : state.label();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private record Ranked(Section section, boolean last, long place) {}

    private Ranked rank(String key, int[] members) {
        long blocked = 0;
        long place = query.order().adds() ? 0 : Long.MAX_VALUE;
        for (int g : members) {
            blocked += Blocked.ns(goroutines, g);
            place = query.order().adds() ? place + keys[g] : Math.min(place, keys[g]);
            keys[g] = query.order().adds() ? -about(-keys[g]) : keys[g];
        }
        if (members.length > 50_000) {
            IntArrays.parallelQuickSort(members, this::compare);
        } else {
            IntArrays.quickSort(members, this::compare);
        }
        GoroutineGroup group = query.grouping() == Grouping.CREATION_SITE && !key.equals(SYSTEM)
                ? model.groups().get(goroutines.group(members[0]))
                : null;
        String detail = Units.count(members.length) + (key.equals(SYSTEM) ? "" : " · " + Units.duration(blocked));
        Section section = new Section(key, title(key, group), detail, members.length,
                new GoroutineRows(members), group);
        return new Ranked(section, key.equals(SYSTEM), place);
    }

    /// The same number for times that differ by one percent only: those are listed by number, which people can follow.
    private static long about(long ns) {
        return ns <= 0 ? 0 : Math.round(Math.log(ns) * 100);
    }

    private int compare(int a, int b) {
        int c = Long.compare(keys[a], keys[b]);
        return c != 0 ? c : Long.compare(goroutines.id(a), goroutines.id(b));
    }

    private final Map<String, Integer> namesakes = new HashMap<>();

    private String title(String key, @Nullable GoroutineGroup group) {
        if (group == null) {
            return key.equals(SYSTEM)
                    ? "Runtime goroutines"
                    : key.startsWith("state ") ? key.substring(6) : "Goroutines";
        }
        if (namesakes.isEmpty()) {
            model.groups().forEach(g -> namesakes.merge(g.name(), 1, Integer::sum));
        }
        // several sites start the same function: the place tells them apart
        return namesakes.getOrDefault(group.name(), 1) > 1 && !group.site().isEmpty()
                ? group.name() + " · " + GoNames.file(group.site())
                : group.name();
    }
}
