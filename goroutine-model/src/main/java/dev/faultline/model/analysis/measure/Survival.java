package dev.faultline.model.analysis.measure;

import java.util.Arrays;
import java.util.OptionalLong;

/// How long waits last when some were only seen in part: an estimate by Kaplan and Meier (J. Am. Stat. Assoc. 53, 1958). A
/// wait that began before the trace, or has not ended at its end, is known to have lasted at least so long as it was seen:
/// leaving it out, or counting it as ended, would make waits look shorter than they are. Times have the precision of
/// [Histogram].
public final class Survival {
    private final int[] buckets;
    private final double[] longer;
    private final long ended;
    private final long unended;

    private Survival(int[] buckets, double[] longer, long ended, long unended) {
        this.buckets = buckets;
        this.longer = longer;
        this.ended = ended;
        this.unended = unended;
    }

    /// @param ended lengths of waits that were seen whole
    /// @param bounds lengths that others lasted at least
    public static Survival of(Histogram ended, Histogram bounds) {
        int size = Math.max(ended.buckets(), bounds.buckets());
        int[] buckets = new int[size];
        double[] longer = new double[size];
        int steps = 0;
        long atRisk = ended.count() + bounds.count();
        double share = 1;
        for (int b = 0; b < size; b++) {
            long ends = ended.countAt(b);
            if (ends > 0) {
                share *= 1 - (double) ends / atRisk;
                buckets[steps] = b;
                longer[steps++] = share;
            }
            atRisk -= ends + bounds.countAt(b);
        }
        return new Survival(Arrays.copyOf(buckets, steps), Arrays.copyOf(longer, steps), ended.count(),
                bounds.count());
    }

    /// The share of waits that last longer, 0 to 1.
    public double longerThan(long ns) {
        int at = Arrays.binarySearch(buckets, Histogram.bucket(Math.max(0, ns)));
        int step = at >= 0 ? at : -at - 2;
        return step < 0 ? 1 : longer[step];
    }

    /// A time that this share of waits does not exceed; empty when so many did not end that the trace does not tell.
    ///
    /// @param share 0 to 1
    public OptionalLong quantile(double share) {
        for (int i = 0; i < buckets.length; i++) {
            if (longer[i] <= 1 - share + 1e-12) {
                return OptionalLong.of(Histogram.middle(buckets[i]));
            }
        }
        return OptionalLong.empty();
    }

    /// Number of waits that were seen whole.
    public long ended() {
        return ended;
    }

    /// Number of waits of which only a part was seen.
    public long unended() {
        return unended;
    }
}
