package dev.faultline.model.analysis.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void quantilesAreWithinABucketOfTheTruth() {
        Histogram histogram = new Histogram();
        for (int i = 1; i <= 10_000; i++) {
            histogram.add(i * 1_000L);
        }
        assertEquals(5e6, histogram.quantile(0.5), 5e6 * 0.09);
        assertEquals(9.9e6, histogram.quantile(0.99), 9.9e6 * 0.09);
        assertEquals(10_000_000, histogram.max());
        assertEquals(10_000, histogram.count());
    }

    @Test
    void extremesHaveTheirPlace() {
        Histogram histogram = new Histogram();
        histogram.add(-5);
        histogram.add(0);
        histogram.add(7);
        histogram.add(Long.MAX_VALUE);
        assertEquals(3, histogram.between(0, 8));
        assertEquals(4, histogram.between(0, Double.POSITIVE_INFINITY));
        assertEquals(Long.MAX_VALUE, histogram.quantile(1), Long.MAX_VALUE * 0.09);
        assertEquals(0, new Histogram().quantile(0.5));
    }
}
