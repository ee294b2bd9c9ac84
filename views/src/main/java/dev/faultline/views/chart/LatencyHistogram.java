package dev.faultline.views.chart;

/// Durations counted in logarithmic buckets: eight for each doubling, so that a quantile is off by at most 9 %.
public final class LatencyHistogram {
    private static final int SUB_BITS = 3;
    private static final int SUB = 1 << SUB_BITS;
    private final long[] counts = new long[64 * SUB];
    private long total;
    private long worst;

    /// Counts a duration in nanoseconds; a negative one as 0.
    void add(long ns) {
        long value = Math.max(0, ns);
        counts[bucket(value)]++;
        total++;
        worst = Math.max(worst, value);
    }

    private static int bucket(long value) {
        if (value < SUB) {
            return (int) value;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(value);
        return (exponent - SUB_BITS + 1) * SUB + (int) (value >>> exponent - SUB_BITS & SUB - 1);
    }

    private static double lower(int bucket) {
        if (bucket < SUB) {
            return bucket;
        }
        int exponent = bucket / SUB + SUB_BITS - 1;
        return Math.scalb(1.0 + (double) (bucket % SUB) / SUB, exponent);
    }

    /// Number of durations.
    public long total() {
        return total;
    }

    /// The longest in nanoseconds, exact; 0 when there is none.
    public long worst() {
        return worst;
    }

    /// A duration that a share of all do not exceed, in nanoseconds; 0 when there is none.
    ///
    /// @param share 0 to 1, such as 0.99
    public long quantile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(total * share));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Math.min(worst, Math.round((lower(i) + lower(i + 1)) / 2));
            }
        }
        return worst;
    }

    /// Number of durations from `fromNs` (inclusive) to `toNs` (exclusive); a bucket on a border counts where it begins.
    public long between(double fromNs, double toNs) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double at = lower(i);
            if (at >= fromNs && at < toNs) {
                sum += counts[i];
            }
        }
        return sum;
    }
}
