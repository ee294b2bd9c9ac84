package dev.faultline.views.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Metric;
import dev.faultline.views.scale.TimeRange;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MetricSeriesTest {
    @Test
    void aValueHoldsUntilTheNextAndToTheEnd() {
        double[][] points = MetricSeries.steps(new Metric("m", new long[]{100, 300}, new long[]{5, 8}),
                new TimeRange(200, 500), 100);
        assertArrayEquals(new double[]{200, 300, 300, 500}, points[0]);
        assertArrayEquals(new double[]{5, 5, 8, 8}, points[1]);
    }

    @Test
    void aMillionValuesBecomeFewPointsButKeepTheirPeaks() {
        long[] times = LongStream.range(0, 1_000_000).toArray();
        long[] values = LongStream.range(0, 1_000_000).map(i -> i == 123_456 ? 999 : i == 654_321 ? -7 : i % 10)
                .toArray();
        double[][] points = MetricSeries.steps(new Metric("m", times, values), new TimeRange(0, 1_000_000), 200);
        assertTrue(points[0].length < 200 * 6 + 8, () -> points[0].length + " points");
        assertEquals(999, Arrays.stream(points[1]).max().orElseThrow());
        assertEquals(-7, Arrays.stream(points[1]).min().orElseThrow());
        assertEquals(123_456, points[0][index(points[1], 999)]);
    }

    private static int index(double[] values, double wanted) {
        int i = 0;
        while (values[i] != wanted) {
            i++;
        }
        return i;
    }
}
