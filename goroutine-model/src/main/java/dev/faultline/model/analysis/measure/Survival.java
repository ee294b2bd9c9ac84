package dev.faultline.model.analysis.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// How long waits last when some were only seen in part: an estimate by Kaplan and Meier (J. Am. Stat. Assoc. 53, 1958). A
/// wait that began before the trace, or has not ended at its end, is known to have lasted at least so long as it was seen:
/// leaving it out, or counting it as ended, would make waits look shorter than they are. Times have the precision of
/// [Histogram].
public final class Survival {
    private final long[] times;
    private final double[] longer;
    private final long ended;
    private final long unended;
    private final boolean exact;

    private Survival(long[] times, double[] longer, Histogram ended, Histogram bounds) {
        this.times = times;
        this.longer = longer;
        this.ended = ended.count();
        this.unended = bounds.count();
        exact = ended.exact() && bounds.exact();
    }

    /// Waits of one length.
    private static final class Step {
        private long ends;
        private long bounds;
    }

    /// @param ended lengths of waits that were seen whole
    /// @param bounds lengths that others lasted at least
    public static Survival of(Histogram ended, Histogram bounds) {
        TreeMap<Long, Step> steps = new TreeMap<>();
        ended.each((ns, times) -> steps.computeIfAbsent(ns, _ -> new Step()).ends += times);
        bounds.each((ns, times) -> steps.computeIfAbsent(ns, _ -> new Step()).bounds += times);
        long[] at = new long[steps.size()];
        double[] longer = new double[steps.size()];
        int size = 0;
        long atRisk = ended.count() + bounds.count();
        double share = 1;
        for (Map.Entry<Long, Step> step : steps.entrySet()) {
            long ends = step.getValue().ends;
            if (ends > 0) {
                share *= 1 - (double) ends / atRisk;
                at[size] = step.getKey();
                longer[size++] = share;
            }
            atRisk -= ends + step.getValue().bounds;
        }
        return new Survival(Arrays.copyOf(at, size), Arrays.copyOf(longer, size), ended, bounds);
    }

    /// The share of waits that last longer, 0 to 1.
    public double longerThan(long ns) {
        int at = Arrays.binarySearch(times, ns);
        int step = at >= 0 ? at : -at - 2;
        return step < 0 ? 1 : longer[step];
    }

    /// A time that this share of waits does not exceed; empty when so many did not end that the trace does not tell.
    ///
    /// @param share 0 to 1
    public OptionalLong quantile(double share) {
        for (int i = 0; i < times.length; i++) {
            if (longer[i] <= 1 - share + 1e-12) {
                return OptionalLong.of(times[i]);
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

    /// Whether its times are exact; else they are within 1 %.
    public boolean exact() {
        return exact;
    }
}
