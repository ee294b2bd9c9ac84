package dev.faultline.model.analysis.measure;

import java.util.Arrays;

/// Durations counted in logarithmic buckets, eight to a doubling: quantiles come out with an error below 10 %.
public final class Histogram {
    private static final int PER_DOUBLING = 8;
    private static final int LINEAR = 16;

    private long[] counts = new long[64];
    private long count;
    private long sum;
    private long max;

    /// Counts one duration, nanoseconds.
    public void add(long ns) {
        long value = Math.max(0, ns);
        int bucket = bucket(value);
        if (bucket >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(bucket + 1, counts.length * 2));
        }
        counts[bucket]++;
        count++;
        sum += value;
        max = Math.max(max, value);
    }

    /// Number of the bucket of a duration.
    static int bucket(long value) {
        if (value < LINEAR) {
            return (int) value;
        }
        int doubling = 63 - Long.numberOfLeadingZeros(value);
        int within = (int) (value >>> doubling - 3) & PER_DOUBLING - 1;
        return LINEAR + (doubling - 4) * PER_DOUBLING + within;
    }

    private static long lowerEnd(int bucket) {
        if (bucket < LINEAR) {
            return bucket;
        }
        int doubling = (bucket - LINEAR) / PER_DOUBLING + 4;
        return (1L << doubling) + ((long) ((bucket - LINEAR) % PER_DOUBLING) << doubling - 3);
    }

    /// The middle of a bucket; exact for the shortest durations.
    static long middle(int bucket) {
        return (lowerEnd(bucket) + lowerEnd(bucket + 1) - 1) / 2;
    }

    /// One more than the highest bucket that may be in use.
    int buckets() {
        return counts.length;
    }

    /// Durations in a bucket.
    long countAt(int bucket) {
        return bucket < counts.length ? counts[bucket] : 0;
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

    /// A duration that this share of all does not exceed; 0 when empty.
    ///
    /// @param share 0 to 1
    public long quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (int b = 0; b < counts.length && count > 0; b++) {
            seen += counts[b];
            if (seen >= rank) {
                return Math.min(max, lowerEnd(b) + (lowerEnd(b + 1) - lowerEnd(b)) / 2);
            }
        }
        return max;
    }

    /// Number of durations from `fromNs` (inclusive) to `toNs` (exclusive); a bucket on a border counts where it begins.
    public long between(double fromNs, double toNs) {
        long within = 0;
        for (int b = 0; b < counts.length; b++) {
            if (counts[b] > 0 && lowerEnd(b) >= fromNs && lowerEnd(b) < toNs) {
                within += counts[b];
            }
        }
        return within;
    }
}
