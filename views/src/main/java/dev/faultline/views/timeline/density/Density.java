package dev.faultline.views.timeline.density;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.lane.Mix;
import java.util.function.IntUnaryOperator;

/// How many goroutines of a set were in each state, on average, in equal parts of a time range. Above the finest parts
/// there are levels of parts twice as long each, so that any range is read from a handful of them.
public final class Density {
    private static final int SLOTS = Mix.slots();
    /// Minimum number of parts that a range is read from, where there are so many.
    private static final int FINER = 4;
    /// Minimum number of parts that the peak of a range is read from.
    private static final int PEAKS = 256;
    private static final int COARSEST = 512;

    private final TimeRange range;
    private final double bucketNs;
    /// Counts by slot, bucket after bucket.
    private final float[][] levels;
    /// By bucket the largest number of goroutines in any of its finest parts.
    private final float[][] peaks;

    private Density(TimeRange range, double bucketNs, float[] counts) {
        this.range = range;
        this.bucketNs = bucketNs;
        int above = 0;
        while (counts.length / SLOTS >> above > COARSEST) {
            above++;
        }
        levels = new float[above + 1][];
        peaks = new float[above + 1][];
        levels[0] = counts;
        peaks[0] = sums(counts);
        for (int level = 1; level <= above; level++) {
            levels[level] = halve(levels[level - 1]);
            peaks[level] = highest(peaks[level - 1]);
        }
    }

    private static float[] sums(float[] counts) {
        float[] sums = new float[counts.length / SLOTS];
        for (int at = 0; at < counts.length; at++) {
            sums[at / SLOTS] += counts[at];
        }
        return sums;
    }

    private static float[] halve(float[] fine) {
        float[] coarse = new float[(fine.length / SLOTS + 1) / 2 * SLOTS];
        for (int at = 0; at < coarse.length; at++) {
            int first = at / SLOTS * 2 * SLOTS + at % SLOTS;
            coarse[at] = first + SLOTS < fine.length ? (fine[first] + fine[first + SLOTS]) / 2 : fine[first];
        }
        return coarse;
    }

    private static float[] highest(float[] fine) {
        float[] coarse = new float[(fine.length + 1) / 2];
        for (int i = 0; i < fine.length; i++) {
            coarse[i / 2] = Math.max(coarse[i / 2], fine[i]);
        }
        return coarse;
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

    /// Length of the finest parts.
    double bucketNs() {
        return bucketNs;
    }

    /// Counts of the finest parts by slot, part after part; not to be changed.
    float[] finest() {
        return levels[0];
    }

    public TimeRange range() {
        return range;
    }

    /// The bucket that holds a moment, the first or last one for moments outside.
    int bucket(long ns) {
        return Math.clamp((long) ((ns - range.fromNs()) / bucketNs), 0, buckets() - 1);
    }

    /// Number of the finest parts.
    public int buckets() {
        return peaks[0].length;
    }

    /// Adds each slot's average count between two moments.
    public void add(double fromNs, double toNs, double[] slots) {
        int level = level(toNs - fromNs, FINER);
        float[] counts = levels[level];
        double length = bucketNs * (1 << level);
        int buckets = counts.length / SLOTS;
        int from = Math.clamp((long) ((fromNs - range.fromNs()) / length), 0, buckets - 1);
        int to = Math.clamp((long) Math.ceil((toNs - range.fromNs()) / length), from + 1, Math.max(from + 1, buckets));
        for (int b = from; b < to; b++) {
            for (int slot = 0; slot < SLOTS; slot++) {
                slots[slot] += counts[b * SLOTS + slot] / (to - from);
            }
        }
    }

    /// The largest number of goroutines at a time in a stretch.
    public double peak(TimeRange within) {
        int level = level(within.durationNs(), PEAKS);
        float[] highest = peaks[level];
        double length = bucketNs * (1 << level);
        int from = Math.clamp((long) ((within.fromNs() - range.fromNs()) / length), 0, highest.length - 1);
        int to = Math.clamp((long) Math.ceil((within.toNs() - range.fromNs()) / length), from + 1,
                Math.max(from + 1, highest.length));
        double peak = 0;
        for (int b = from; b < to; b++) {
            peak = Math.max(peak, highest[b]);
        }
        return peak;
    }

    /// The coarsest level that has so many parts in a stretch.
    private int level(double ns, int parts) {
        int level = 0;
        while (level + 1 < levels.length && ns >= bucketNs * (2L << level) * parts) {
            level++;
        }
        return level;
    }
}
