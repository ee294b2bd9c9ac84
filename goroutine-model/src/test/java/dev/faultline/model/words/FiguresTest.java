package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({"longest_wait_ns,30700000,30.7 ms", "size_bytes,1e6,1.00 MB", "lost_ratio,0.031,3.1 %",
            "lost_ratio,1,100 %", "median_ratio,27,27 ×", "members_count,9999,9999", "waiters_count,2.2,2.20",
            "waiters_count,1.5,1.50", "waiters_count,2,2", "rate,NaN,n/a", "longest_wait_ns,NaN,n/a"})
    void aFiguresNameEndsInItsUnit(String name, double value, String text) {
        assertEquals(text, Figures.value(name, value));
    }

    @Test
    void aLabelStandsBeforeItsValue() {
        assertEquals("longest wait 30.7 ms", Figures.labelled("longest wait", "longest_wait_ns", 30_700_000));
    }
}
