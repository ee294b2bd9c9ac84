package dev.faultline.views.timeline;

import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import java.util.function.IntUnaryOperator;

/// How many goroutines of a set were in each state, on average, in equal parts of a range of time.
public final class Density {
    private static final int SLOTS = Mix.slots();

    private final TimeRange range;
    private final double bucketNs;
    private final float[] counts;

    private Density(TimeRange range, double bucketNs, float[] counts) {
        this.range = range;
        this.bucketNs = bucketNs;
        this.counts = counts;
    }

    /// Goroutines by position, so that a set of hundreds of thousands needs no list.
    ///
    /// @param size how many
    /// @param at index of the goroutine at a position
    public record Members(int size, IntUnaryOperator at) {}

    /// Walks the spans of all members that reach into a range.
    ///
    /// @param buckets number of parts, at least 1
    public static Density of(TraceModel model, Members members, TimeRange range, int buckets) {
        double bucketNs = Math.max(1, range.durationNs()) / (double) buckets;
        double[] parts = new double[(buckets + 1) * SLOTS];
        double[] steps = new double[(buckets + 1) * SLOTS];
        Density density = new Density(range, bucketNs, new float[buckets * SLOTS]);
        for (int m = 0; m < members.size(); m++) {
            density.walk(model.spans(members.at().applyAsInt(m)), parts, steps);
        }
        double[] level = new double[SLOTS];
        for (int b = 0; b < buckets; b++) {
            for (int slot = 0; slot < SLOTS; slot++) {
                int at = b * SLOTS + slot;
                level[slot] += steps[at];
                density.counts[at] = (float) Math.max(0, parts[at] + level[slot]);
            }
        }
        return density;
    }

    private void walk(Spans spans, double[] parts, double[] steps) {
        int n = spans.size();
        int i = n == 0 || range.fromNs() <= spans.start(0) ? 0 : spans.at(range.fromNs());
        if (i < 0) {
            return;
        }
        for (; i < n && spans.start(i) < range.toNs(); i++) {
            int slot = Mix.slot(Role.of(spans.state(i), spans.wait(i)));
            if (slot >= 0) {
                double from = Math.max(0, (spans.start(i) - range.fromNs()) / bucketNs);
                double to = Math.min(buckets(), (spans.end(i) - range.fromNs()) / bucketNs);
                spread(slot, from, to, parts, steps);
            }
        }
    }

    private static void spread(int slot, double from, double to, double[] parts, double[] steps) {
        int a = (int) from;
        int b = (int) to;
        if (a == b) {
            parts[a * SLOTS + slot] += to - from;
            return;
        }
        parts[a * SLOTS + slot] += a + 1 - from;
        steps[(a + 1) * SLOTS + slot] += 1;
        steps[b * SLOTS + slot] -= 1;
        parts[b * SLOTS + slot] += to - b;
    }

    public TimeRange range() {
        return range;
    }

    public int buckets() {
        return counts.length / SLOTS;
    }

    /// Adds each slot's average count between two moments.
    public void add(double fromNs, double toNs, double[] slots) {
        int from = Math.clamp((long) ((fromNs - range.fromNs()) / bucketNs), 0, buckets() - 1);
        int to = Math.clamp((long) Math.ceil((toNs - range.fromNs()) / bucketNs), from + 1,
                Math.max(from + 1, buckets()));
        for (int b = from; b < to; b++) {
            for (int slot = 0; slot < SLOTS; slot++) {
                slots[slot] += counts[b * SLOTS + slot] / (to - from);
            }
        }
    }

    /// The largest number of goroutines at a time in a stretch.
    public double peak(TimeRange within) {
        int from = Math.clamp((long) ((within.fromNs() - range.fromNs()) / bucketNs), 0, buckets() - 1);
        int to = Math.clamp((long) Math.ceil((within.toNs() - range.fromNs()) / bucketNs), from + 1,
                Math.max(from + 1, buckets()));
        double peak = 0;
        for (int b = from; b < to; b++) {
            double sum = 0;
            for (int slot = 0; slot < SLOTS; slot++) {
                sum += counts[b * SLOTS + slot];
            }
            peak = Math.max(peak, sum);
        }
        return peak;
    }
}
