package dev.faultline.model.analysis.measure;

import java.util.Arrays;

/// Many durations. Up to [#EXACT] of them are kept, and all that is said of them is exact. Beyond that they are counted in
/// logarithmic buckets, 64 to a doubling: a quantile is then off by less than 1 %, and never outside the durations that there
/// were.
public final class Histogram {
    /// So many durations are kept each.
    public static final int EXACT = 10_000;

    private static final int LINEAR = 128;
    private static final int SUB_BITS = 6;
    private static final int PER_DOUBLING = 1 << SUB_BITS;
    private static final int FIRST_DOUBLING = SUB_BITS + 1;

    /// Those seen while they are few.
    private long[] values = new long[4];
    private boolean sorted = true;
    /// Once there are too many to keep: how many there are of each bucket.
    private long[] counts = {};
    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max;

    /// One without durations.
    public Histogram() {
    }

    /// One that was kept, as [#values] and the others told it.
    Histogram(long[] values, long[] counts, long count, long sum, long min, long max) {
        this.values = values;
        this.counts = counts;
        this.count = count;
        this.sum = sum;
        this.min = min;
        this.max = max;
    }

    /// The durations while they are few, ascending; none once there are buckets.
    long[] values() {
        return exact() ? sortedValues() : new long[0];
    }

    /// How many durations there are of each bucket; none while they are few.
    long[] counts() {
        return counts;
    }

    /// The shortest, exact; [Long#MAX_VALUE] when empty.
    long min() {
        return min;
    }

    /// Counts one duration, nanoseconds; what is negative counts as 0.
    public void add(long ns) {
        long value = Math.max(0, ns);
        if (count < EXACT) {
            keep(value);
        } else {
            if (count == EXACT) {
                intoBuckets();
            }
            count(value, 1);
        }
        count++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /// Counts all durations of another one; those that it has only in buckets by what stands for them.
    public void addAll(Histogram other) {
        long total = sum + other.sum;
        other.each((ns, times) -> {
            long left = times;
            for (; left > 0 && count <= EXACT; left--) {
                add(ns);
            }
            if (left > 0) {
                count(ns, left);
                count += left;
            }
        });
        sum = total;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    private void keep(long value) {
        int at = (int) count;
        if (at == values.length) {
            values = Arrays.copyOf(values, Math.clamp(2L * at, 4, EXACT));
        }
        values[at] = value;
        sorted = false;
    }

    private void intoBuckets() {
        for (long value : values) {
            count(value, 1);
        }
        values = new long[0];
    }

    private void count(long value, long times) {
        int bucket = bucket(value);
        if (bucket >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(bucket + 1, counts.length * 3 / 2));
        }
        counts[bucket] += times;
    }

    private static int bucket(long value) {
        if (value < LINEAR) {
            return (int) value;
        }
        int doubling = 63 - Long.numberOfLeadingZeros(value);
        int within = (int) (value >>> doubling - SUB_BITS) & PER_DOUBLING - 1;
        return LINEAR + (doubling - FIRST_DOUBLING) * PER_DOUBLING + within;
    }

    private static long lowerEnd(int bucket) {
        if (bucket < LINEAR) {
            return bucket;
        }
        int doubling = (bucket - LINEAR) / PER_DOUBLING + FIRST_DOUBLING;
        return (1L << doubling) + ((long) ((bucket - LINEAR) % PER_DOUBLING) << doubling - SUB_BITS);
    }

    /// What stands for the durations of a bucket: its middle, within what there was.
    private long standIn(int bucket) {
        long low = lowerEnd(bucket);
        long width = bucket < LINEAR ? 1 : 1L << (bucket - LINEAR) / PER_DOUBLING + FIRST_DOUBLING - SUB_BITS;
        return Math.clamp(low + (width - 1) / 2, min, max);
    }

    /// Whether quantiles are exact; else they are within 1 %.
    public boolean exact() {
        return count <= EXACT;
    }

    /// Number of durations.
    public long count() {
        return count;
    }

    /// Sum in nanoseconds.
    public long sum() {
        return sum;
    }

    /// The longest, exact; 0 when empty.
    public long max() {
        return max;
    }

    /// The shortest duration that at least this share of all does not exceed; 0 when empty.
    ///
    /// @param share 0 to 1
    public long quantile(double share) {
        if (count == 0) {
            return 0;
        }
        if (exact()) {
            return quantile(sortedValues(), share);
        }
        long rank = rank(count, share);
        if (rank == count) {
            return max;
        }
        long seen = 0;
        for (int b = 0; b < counts.length; b++) {
            seen += counts[b];
            if (seen >= rank) {
                return standIn(b);
            }
        }
        return max;
    }

    /// The median; 0 when empty.
    public long median() {
        return quantile(0.5);
    }

    /// The same of durations that are at hand, ascending; 0 when there are none.
    public static long quantile(long[] ascending, double share) {
        return ascending.length == 0 ? 0 : ascending[(int) rank(ascending.length, share) - 1];
    }

    private static long rank(long count, double share) {
        return Math.clamp((long) Math.ceil(share * count), 1, count);
    }

    /// Several threads may ask at the same time.
    private synchronized long[] sortedValues() {
        if (!sorted || values.length != count) {
            values = Arrays.copyOf(values, (int) count);
            Arrays.sort(values);
            sorted = true;
        }
        return values;
    }

    /// Number of durations from `fromNs` (inclusive) to `toNs` (exclusive); a bucket on a border counts where it begins.
    public long between(double fromNs, double toNs) {
        long[] within = {0};
        each((ns, times) -> within[0] += ns >= fromNs && ns < toNs ? times : 0);
        return within[0];
    }

    /// Sum of the durations from `fromNs` on, nanoseconds; a bucket on a border counts where it begins.
    public double sumFrom(double fromNs) {
        double[] total = {0};
        each((ns, times) -> total[0] += ns >= fromNs ? (double) ns * times : 0);
        return total[0];
    }

    /// Hands over all durations, ascending.
    void each(Steps steps) {
        if (exact()) {
            for (long value : sortedValues()) {
                steps.step(value, 1);
            }
            return;
        }
        for (int b = 0; b < counts.length; b++) {
            if (counts[b] > 0) {
                steps.step(standIn(b), counts[b]);
            }
        }
    }

    /// Takes durations.
    interface Steps {
        /// @param times how many there are of about this length
        void step(long ns, long times);
    }
}
