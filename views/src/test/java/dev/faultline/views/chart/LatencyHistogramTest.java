package dev.faultline.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    @Test
    void quantilesAreWithinABucketOfTheTruth() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 1; i <= 10_000; i++) {
            histogram.add(i * 1_000L);
        }
        assertEquals(5e6, histogram.quantile(0.5), 5e6 * 0.09);
        assertEquals(9.9e6, histogram.quantile(0.99), 9.9e6 * 0.09);
        assertEquals(10_000_000, histogram.worst());
        assertEquals(10_000, histogram.total());
    }

    @Test
    void extremesHaveTheirPlace() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.add(-5);
        histogram.add(0);
        histogram.add(7);
        histogram.add(Long.MAX_VALUE);
        assertEquals(3, histogram.between(0, 8));
        assertEquals(4, histogram.between(0, Double.POSITIVE_INFINITY));
        assertEquals(Long.MAX_VALUE, histogram.quantile(1), Long.MAX_VALUE * 0.09);
        assertEquals(0, new LatencyHistogram().quantile(0.5));
    }
}
