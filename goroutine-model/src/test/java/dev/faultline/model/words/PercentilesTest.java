package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
