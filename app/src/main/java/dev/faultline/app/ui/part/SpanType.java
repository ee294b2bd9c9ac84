package dev.faultline.app.ui.part;

import dev.faultline.model.analysis.measure.Histogram;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// All regions, all tasks, or all that is inferred of one kind, of one name.
///
/// @param kind what they are, see [dev.faultline.model.analysis.task.Run.Kind#marked]; empty for regions
/// @param name their type
/// @param count how many there are
/// @param open how many have no end
/// @param durationsNs how long each took, ascending
/// @param longest place of the longest in the list of all
public record SpanType(String kind, String name, int count, int open, long[] durationsNs, int longest) {
    /// Tasks or regions by place.
    record All(int size, IntFunction<String> kind, IntFunction<String> name, IntToLongFunction durationNs,
            IntPredicate ended) {}

    /// What those of one type have in common.
    private record Type(String kind, String name) {}

    static List<SpanType> of(All all) {
        Map<Type, IntArrayList> places = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            places.computeIfAbsent(new Type(all.kind().apply(i), all.name().apply(i)), type -> new IntArrayList())
                    .add(i);
        }
        return kinds(places, all.durationNs(), all.ended());
    }

    private static List<SpanType> kinds(Map<Type, IntArrayList> places, IntToLongFunction duration,
            IntPredicate ended) {
        return places.entrySet().stream().map(entry -> {
            IntArrayList members = entry.getValue();
            int longest = members.getInt(0);
            int open = 0;
            long[] durations = new long[members.size()];
            for (int i = 0; i < durations.length; i++) {
                int place = members.getInt(i);
                durations[i] = duration.applyAsLong(place);
                longest = durations[i] > duration.applyAsLong(longest) ? place : longest;
                open += ended.test(place) ? 0 : 1;
            }
            Arrays.sort(durations);
            return new SpanType(entry.getKey().kind(), entry.getKey().name(), durations.length, open, durations,
                    longest);
        }).toList();
    }

    /// The duration that a share of them does not exceed.
    long quantileNs(double share) {
        return Histogram.quantile(durationsNs, share);
    }

    private long totalNs() {
        return Arrays.stream(durationsNs).sum();
    }

    /// The columns of a table of kinds.
    public static List<Column> columns(List<SpanType> kinds) {
        List<Column> columns = new ArrayList<>();
        if (kinds.stream().anyMatch(type -> !type.kind().isEmpty())) {
            columns.add(Column.words("Kind", RunTable.KIND_WIDTH, i -> kinds.get(i).kind()));
        }
        columns.addAll(List.of(
                Column.code("Name", 160, i -> kinds.get(i).name().isEmpty() ? "unknown" : kinds.get(i).name()),
                Column.count("Count", i -> kinds.get(i).count()), Column.count("No end", i -> kinds.get(i).open()),
                Column.duration("Median", i -> kinds.get(i).quantileNs(0.5)),
                Column.duration("p95", i -> kinds.get(i).quantileNs(0.95)),
                Column.duration("Max", i -> kinds.get(i).quantileNs(1)),
                Column.duration("Total", i -> kinds.get(i).totalNs())));
        return columns;
    }
}
