package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.faultline.model.analysis.measure.Histogram;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void standAlwaysInTheSameOrder() {
        assertEquals("median 1.00 µs, p95 2.00 µs, p99 3.00 µs, max 4.00 µs",
                new Percentiles(9, 1_000, 2_000, 3_000, 4_000, true).text());
    }

    @Test
    void areMarkedWhereTheyAreApproximateButTheMaximumIsNot() {
        assertEquals("median ≈ 1.00 µs, p95 ≈ 2.00 µs, p99 4.00 µs, max 4.00 µs",
                new Percentiles(90_000, 1_000, 2_000, 4_000, 4_000, false).text());
    }

    @Test
    void comeFromWhatWasCounted() {
        Histogram times = new Histogram();
        for (int i = 1; i <= 100; i++) {
            times.add(i * 1_000);
        }
        assertEquals("median 50.0 µs, p95 95.0 µs, p99 99.0 µs, max 100.0 µs", Percentiles.of(times).text());
        assertEquals("median 50.0 µs, p99 99.0 µs, max 100.0 µs", Percentiles.of(times).brief());
        assertEquals("n/a", Percentiles.of(new Histogram()).brief());
    }

    @Test
    void nothingMeasuredIsNoZero() {
        assertEquals("n/a", new Percentiles(0, 0, 0, 0, 0, true).text());
    }

    @Test
    void aMedianAboveTheMaximumIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Percentiles(9, 105, 105, 105, 104, false));
        assertThrows(IllegalArgumentException.class, () -> new Percentiles(9, 3, 2, 4, 5, true));
        assertThrows(IllegalArgumentException.class, () -> new Percentiles(9, 1, 4, 3, 5, true));
    }
}
