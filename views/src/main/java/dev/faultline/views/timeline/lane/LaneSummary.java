package dev.faultline.views.timeline.lane;

import java.util.Arrays;

/// Shares of the states in buckets of one length, for lanes with so many intervals that a px column holds dozens. Each
/// level above the first holds buckets twice as long, so that a column of any width adds up a handful of buckets. Beside
/// the shares, each bucket of the first level knows its first interval: that tells which columns one interval covers.
public final class LaneSummary {
    private static final int SLOTS = Mix.slots();
    private static final int LEAST_BUCKETS = 512;
    /// Buckets of this share of a column at most are added up, because the outermost ones count by their length only.
    private static final int FINER = 8;
    /// Intervals per bucket, on average.
    private static final int PER_BUCKET = 8;
    private static final int MOST_BUCKETS = 1 << 20;

    private final double bucketNs;
    /// Packed shares, see [Mix].
    private final long[][] levels;
    /// By bucket the first interval that ends after its start.
    private final int[] first;

    private LaneSummary(double bucketNs, long[][] levels, int[] first) {
        this.bucketNs = bucketNs;
        this.levels = levels;
        this.first = first;
    }

    /// Walks all intervals of a lane once.
    ///
    /// @param durationNs of the trace
    public static LaneSummary of(Lane lane, long durationNs) {
        int buckets = Math.clamp(lane.size() / PER_BUCKET, LEAST_BUCKETS, MOST_BUCKETS);
        double bucketNs = Math.max(1, Math.ceil((double) (durationNs + 1) / buckets));
        int[] first = new int[buckets + 1];
        Arrays.fill(first, lane.size());
        return of(bucketNs, new Sums(bucketNs, first).of(lane), first);
    }

    static LaneSummary of(double bucketNs, long[] finest, int[] first) {
        long[][] levels = new long[1 + ceilLog2((finest.length + LEAST_BUCKETS - 1) / LEAST_BUCKETS)][];
        levels[0] = finest;
        for (int level = 1; level < levels.length; level++) {
            levels[level] = halve(levels[level - 1]);
        }
        return new LaneSummary(bucketNs, levels, first);
    }

    /// The finest buckets' shares; not to be changed.
    long[] finest() {
        return levels[0];
    }

    /// By bucket the first interval that ends after its start; not to be changed.
    int[] first() {
        return first;
    }

    private static int ceilLog2(int n) {
        return n <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(n - 1);
    }

    /// Bytes that it takes.
    long bytes() {
        return 4L * first.length + 16L * levels[0].length;
    }

    /// Fills the finest level.
    private static final class Sums {
        private final double bucketNs;
        private final int[] first;
        private final long[] shares;
        private final double[] sums = new double[SLOTS];
        private int bucket;
        private int known;

        Sums(double bucketNs, int[] first) {
            this.bucketNs = bucketNs;
            this.first = first;
            shares = new long[first.length - 1];
        }

        long[] of(Lane lane) {
            for (int i = 0; i < lane.size(); i++) {
                double from = lane.start(i) / bucketNs;
                double to = lane.end(i) / bucketNs;
                while (known < first.length && known < to) {
                    first[known++] = i;
                }
                int slot = Mix.slot(lane.role(i));
                if (slot >= 0) {
                    add(slot, from, to);
                }
            }
            shares[bucket] = pack(sums);
            return shares;
        }

        private void add(int slot, double from, double to) {
            int last = Math.clamp((long) to, 0, shares.length - 1);
            for (int b = Math.clamp((long) from, 0, shares.length - 1); b <= last; b++) {
                if (b > bucket) {
                    shares[bucket] = pack(sums);
                    bucket = b;
                }
                // what is there keeps a trace of itself, however short
                sums[slot] += Math.max(1e-6, Math.min(to, b + 1) - Math.max(from, b));
            }
        }
    }

    private static long pack(double[] sums) {
        long mix = Mix.of(sums, 1);
        Arrays.fill(sums, 0);
        return mix;
    }

    private static long[] halve(long[] fine) {
        long[] coarse = new long[(fine.length + 1) / 2];
        Mix.Average average = new Mix.Average();
        for (int i = 0; i < coarse.length; i++) {
            average.add(fine[2 * i], Mix.Average.WHOLE / 2);
            average.add(2 * i + 1 < fine.length ? fine[2 * i + 1] : 0, Mix.Average.WHOLE / 2);
            coarse[i] = average.take();
        }
        return coarse;
    }

    /// Length of the finest buckets; what is shorter cannot be told apart.
    public double bucketNs() {
        return bucketNs;
    }

    /// An interval not behind the first one that ends after a moment, and nearly that one: the first that ends after the
    /// begin of the moment's bucket. For a moment behind the last bucket the number of intervals.
    int firstAt(double ns) {
        return first[Math.clamp((long) (ns / bucketNs), 0, first.length - 1)];
    }

    /// The shares between two moments; the outermost buckets count by the part that lies inside.
    ///
    /// @param average is empty before and afterwards
    long mix(double fromNs, double toNs, Mix.Average average) {
        int level = 0;
        double length = bucketNs;
        while (level + 1 < levels.length && toNs - fromNs >= FINER * length) {
            level++;
            length *= 2;
        }
        long[] mixes = levels[level];
        int from = (int) Math.max(0, fromNs / length);
        int to = (int) Math.min(mixes.length - 1, toNs / length);
        double perNs = Mix.Average.WHOLE / (toNs - fromNs);
        int weighed = 0;
        for (int b = from; b <= to; b++) {
            int weight = (int) ((Math.min(toNs, (b + 1) * length) - fromNs) * perNs + 0.5);
            average.add(mixes[b], weight - weighed);
            weighed = weight;
        }
        return average.take();
    }

    /// The one interval of the lane that covers a stretch of at least a bucket's length whole, -1 when there is none.
    int covering(Lane lane, double fromNs, double toNs) {
        int from = Math.clamp((long) Math.ceil(fromNs / bucketNs), 0, first.length - 1);
        int to = Math.clamp((long) (toNs / bucketNs), 0, first.length - 1);
        int i = first[from];
        boolean one = from <= to && i == first[to] && i < lane.size();
        return one && lane.start(i) <= fromNs && lane.end(i) >= toNs ? i : -1;
    }
}
