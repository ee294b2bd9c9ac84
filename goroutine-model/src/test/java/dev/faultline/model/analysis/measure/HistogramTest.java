package dev.faultline.model.analysis.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final double[] SHARES = {0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1};

    private static long[] durations(int count) {
        Random random = new Random(count);
        return random.doubles(count, 0, 25).mapToLong(power -> (long) Math.exp(power)).toArray();
    }

    private static Histogram of(long[] values) {
        Histogram histogram = new Histogram();
        Arrays.stream(values).forEach(histogram::add);
        return histogram;
    }

    @Test
    void quantilesOfTenThousandAreExact() {
        long[] values = durations(Histogram.EXACT);
        Histogram histogram = of(values);
        Arrays.sort(values);
        assertTrue(histogram.exact());
        for (double share : SHARES) {
            assertEquals(Histogram.quantile(values, share), histogram.quantile(share), "share " + share);
        }
        assertEquals(values[4999], histogram.quantile(0.5));
        assertEquals(values[9899], histogram.quantile(0.99));
    }

    @Test
    void quantilesOfMoreAreWithinAHundredth() {
        long[] values = durations(50_000);
        Histogram histogram = of(values);
        Arrays.sort(values);
        assertFalse(histogram.exact());
        assertEquals(values.length, histogram.count());
        assertEquals(Arrays.stream(values).sum(), histogram.sum());
        for (double share : SHARES) {
            long exact = Histogram.quantile(values, share);
            assertEquals(exact, histogram.quantile(share), exact * 0.01, "share " + share);
        }
    }

    /// Where all are of about the same length, the middle of their bucket may lie above the longest or below the shortest.
    @Test
    void noQuantileIsOutsideWhatThereWas() {
        Histogram histogram = new Histogram();
        for (int i = 0; i < 20_000; i++) {
            histogram.add(1_000_000 + i % 3);
        }
        for (double share : SHARES) {
            assertTrue(histogram.quantile(share) >= 1_000_000 && histogram.quantile(share) <= 1_000_002);
        }
        assertEquals(1_000_002, histogram.max());
    }

    @Test
    void extremesHaveTheirPlace() {
        Histogram histogram = of(new long[]{-5, 0, 7, Long.MAX_VALUE});
        assertEquals(3, histogram.between(0, 8));
        assertEquals(4, histogram.between(0, Double.POSITIVE_INFINITY));
        assertEquals(Long.MAX_VALUE, histogram.quantile(1));
        assertEquals(0, new Histogram().quantile(0.5));
    }

    @Test
    void askingInBetweenChangesNothing() {
        long[] values = durations(12_000);
        Histogram asked = new Histogram();
        for (long value : values) {
            asked.add(value);
            if (asked.count() % 1000 == 0) {
                asked.quantile(0.5);
            }
        }
        for (double share : SHARES) {
            assertEquals(of(values).quantile(share), asked.quantile(share));
        }
    }
}
