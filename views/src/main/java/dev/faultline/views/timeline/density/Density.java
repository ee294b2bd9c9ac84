package dev.faultline.views.timeline.density;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.index.Exchange;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.lane.Mix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

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

    /// Walks the spans of all members that reach into a range, goroutine by goroutine: for few goroutines or short times.
    ///
    /// @param buckets number of parts, at least 1
    public static Density of(TraceModel model, Members members, TimeRange range, int buckets) {
        DensitySum sum = new DensitySum(range, buckets);
        Goroutines goroutines = model.goroutines();
        for (int m = 0; m < members.size(); m++) {
            int g = members.at().applyAsInt(m);
            if (range.overlaps(goroutines.bornNs(g), goroutines.endNs(g))) {
                sum.add(model.spans(g));
            }
        }
        return sum.finish();
    }

    static Density of(TimeRange range, double bucketNs, float[] counts) {
        return new Density(range, bucketNs, counts);
    }

    /// This, or the one that was saved.
    ///
    /// @param value null when restoring
    static Density move(Exchange x, @Nullable Density value) {
        TimeRange range = new TimeRange(x.number(value == null ? 0L : value.range.fromNs()),
                x.number(value == null ? 1L : value.range.toNs()));
        long bucket = x.number(value == null ? 0L : Double.doubleToRawLongBits(value.bucketNs));
        float[] counts = value == null ? new float[0] : value.counts;
        MemorySegment saved = x.array(MemorySegment.ofArray(counts));
        return new Density(range, Double.longBitsToDouble(bucket),
                x.restoring() ? saved.toArray(ValueLayout.JAVA_FLOAT) : counts);
    }

    public TimeRange range() {
        return range;
    }

    /// The bucket that holds a moment, the first or last one for moments outside.
    int bucket(long ns) {
        return Math.clamp((long) ((ns - range.fromNs()) / bucketNs), 0, buckets() - 1);
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
