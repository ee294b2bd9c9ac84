package dev.faultline.model.compare;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/// Whether values of several runs differ by more than chance.
final class Significance {
    /// With fewer runs a side the smallest p that a test can give is too large.
    static final int RUNS = 5;
    /// Chance that at least one of the differences of a table is none.
    static final double LEVEL = 0.05;

    private Significance() {
    }

    /// The chance of a difference at least as large between runs of the same program, by the Mann-Whitney test; 1 where all
    /// values are equal.
    static double p(double[] before, double[] after) {
        double first = before[0];
        if (Arrays.stream(before).allMatch(v -> v == first) && Arrays.stream(after).allMatch(v -> v == first)) {
            return 1;
        }
        return MannWhitneyUTest.withDefaults().test(before, after).getPValue();
    }

    /// The least that the test can give for sides of these sizes: for values of which none lies within the other side's.
    static double least(int before, int after) {
        double splits = 1;
        for (int i = 1; i <= before; i++) {
            splits *= (after + i) / (double) i;
        }
        return Math.min(1, 2 / splits);
    }

    /// The same chances where many are asked for, by Holm: that none of those up to [#LEVEL] is a false alarm has a chance
    /// of at least 1 less that.
    static double[] holm(double[] p) {
        int[] order = IntStream.range(0, p.length).boxed().sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue).toArray();
        double[] adjusted = new double[p.length];
        double least = 0;
        for (int i = 0; i < order.length; i++) {
            least = Math.max(least, Math.min(1, p[order[i]] * (p.length - i)));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    /// Whether any split of these values into sides of these sizes could show a difference. It asks only for the values, not
    /// for their sides, so leaving out the others before the correction favours neither side.
    static boolean canDiffer(Quantity quantity, double[] before, double[] after, double factor) {
        double[] all = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, all, before.length, after.length);
        Arrays.sort(all);
        return split(quantity, all, before.length, factor) || split(quantity, all, after.length, factor);
    }

    private static boolean split(Quantity quantity, double[] ascending, int size, double factor) {
        double low = median(Arrays.copyOfRange(ascending, 0, size));
        double high = median(Arrays.copyOfRange(ascending, size, ascending.length));
        return quantity.apart(low, high, factor);
    }

    /// The middle value, the mean of the two in the middle of an even number; NaN of none.
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
