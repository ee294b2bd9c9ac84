package dev.faultline.model.analysis;

import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import dev.faultline.trace.column.Sorted;
import dev.faultline.trace.format.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When the trace does not tell all: parts of the file were lost, or generations are missing. Nanoseconds since the
/// trace's first event, both ends included.
public final class DarkTimes {
    /// A stretch of time of which something is missing.
    ///
    /// @param toNs equal to `fromNs` where it is unknown how long it lasted
    public record Stretch(long fromNs, long toNs) {}

    /// Generations that are missing between two others.
    ///
    /// @param count how many, at least 1
    public record MissingGenerations(long fromNs, long toNs, long count) {}

    private final List<Stretch> stretches = new ArrayList<>();

    private DarkTimes() {
    }

    /// All dark times of a trace.
    public static DarkTimes of(Trace trace) {
        List<Stretch> all = new ArrayList<>();
        for (Loss loss : trace.report().losses()) {
            all.add(new Stretch(loss.fromNs(), Math.max(loss.fromNs(), loss.toNs())));
        }
        for (MissingGenerations gap : missingGenerations(trace)) {
            all.add(new Stretch(gap.fromNs, gap.toNs));
        }
        all.sort(Comparator.comparingLong(Stretch::fromNs));
        DarkTimes dark = new DarkTimes();
        all.forEach(dark::add);
        return dark;
    }

    /// Where generations are missing, from the last event before to the start of the next one there is.
    public static List<MissingGenerations> missingGenerations(Trace trace) {
        List<Generation> generations = trace.generations();
        List<MissingGenerations> gaps = new ArrayList<>();
        for (int i = 1; i < generations.size(); i++) {
            Generation before = generations.get(i - 1);
            Generation after = generations.get(i);
            long count = after.number() - before.number() - 1;
            if (count > 0) {
                int last = before.toRow() - 1;
                long from = last >= before.fromRow() ? trace.events().time(last) : before.startNs();
                gaps.add(new MissingGenerations(from, Math.max(from, after.startNs()), count));
            }
        }
        return gaps;
    }

    private void add(Stretch next) {
        if (!stretches.isEmpty() && stretches.getLast().toNs >= next.fromNs) {
            Stretch last = stretches.removeLast();
            stretches.add(new Stretch(last.fromNs, Math.max(last.toNs, next.toNs)));
        } else {
            stretches.add(next);
        }
    }

    public boolean isEmpty() {
        return stretches.isEmpty();
    }

    /// Total nanoseconds; what is lost of several threads at the same time counts once.
    public long totalNs() {
        return stretches.stream().mapToLong(s -> s.toNs - s.fromNs).sum();
    }

    /// Whether something is missing between two times.
    public boolean touches(long fromNs, long toNs) {
        int next = Sorted.first(0, stretches.size(), i -> stretches.get(i).toNs >= fromNs);
        return next < stretches.size() && stretches.get(next).fromNs <= toNs;
    }
}
