package dev.faultline.model.analysis.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The longest few of many stretches.
public final class Longest {
    /// A stretch of one goroutine.
    ///
    /// @param goroutine index
    /// @param fromNs begin, nanoseconds since the trace's first event
    /// @param toNs end
    /// @param stack where it began, 0 when unknown
    public record Stretch(int goroutine, long fromNs, long toNs, int stack) {
        public long durationNs() {
            return toNs - fromNs;
        }
    }

    private final int most;
    private final PriorityQueue<Stretch> kept = new PriorityQueue<>(Comparator.comparingLong(Stretch::durationNs));
    private long least = -1;

    /// @param most so many are kept
    public Longest(int most) {
        this.most = most;
    }

    /// Keeps a stretch if it is among the longest; times in nanoseconds since the trace's begin.
    public void offer(int goroutine, long from, long to, int stack) {
        if (to - from > least) {
            kept.add(new Stretch(goroutine, from, to, stack));
            if (kept.size() > most) {
                kept.poll();
                least = kept.element().durationNs();
            }
        }
    }

    /// The longest first.
    public List<Stretch> all() {
        List<Stretch> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparingLong(Stretch::durationNs).reversed());
        return sorted;
    }
}
