package dev.faultline.app.ui.part;

import dev.faultline.model.analysis.measure.Histogram;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// All tasks, or all regions, of one name.
///
/// @param name their type
/// @param count how many there are
/// @param open how many have no end
/// @param durationsNs how long each took, ascending
/// @param longest place of the longest in the list of all
public record SpanType(String name, int count, int open, long[] durationsNs, int longest) {
    /// Tasks or regions by place.
    record All(int size, IntFunction<String> name, IntToLongFunction durationNs, IntPredicate ended) {}

    static List<SpanType> of(All all) {
        Map<String, IntArrayList> places = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            places.computeIfAbsent(all.name().apply(i), name -> new IntArrayList()).add(i);
        }
        return kinds(places, all.durationNs(), all.ended());
    }

    private static List<SpanType> kinds(Map<String, IntArrayList> places, IntToLongFunction duration,
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
            return new SpanType(entry.getKey(), durations.length, open, durations, longest);
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
        return List.of(Column.words("Name", 160, i -> kinds.get(i).name().isEmpty() ? "unknown" : kinds.get(i).name()),
                Column.count("Count", i -> kinds.get(i).count()), Column.count("No end", i -> kinds.get(i).open()),
                Column.duration("Median", i -> kinds.get(i).quantileNs(0.5)),
                Column.duration("p95", i -> kinds.get(i).quantileNs(0.95)),
                Column.duration("Max", i -> kinds.get(i).quantileNs(1)),
                Column.duration("Total", i -> kinds.get(i).totalNs()));
    }
}
