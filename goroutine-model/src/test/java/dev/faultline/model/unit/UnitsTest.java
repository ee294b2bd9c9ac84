package dev.faultline.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({"0,0", "412,412 ns", "10830,10.8 µs", "801615000,801.6 ms", "3410000000,3.41 s", "999960,1.00 ms",
            "999999999,1.00 s", "75000000000,75.0 s", "125000000000,2 min 05 s", "11520000000000,3 h 12 min",
            "-1500,−1.50 µs"})
    void durationsKeepThreeToFourDigits(long ns, String text) {
        assertEquals(text, Units.duration(ns));
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "30200,30.2 kB", "232000000,232 MB", "1500000000,1.50 GB", "999999,1.00 MB"})
    void sizesKeepThreeDigits(long bytes, String text) {
        assertEquals(text, Units.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0,0 %", "0.84,84 %", "0.031,3.1 %", "0.0002,0.02 %", "0.00001,< 0.01 %", "1,100 %"})
    void sharesArePercent(double share, String text) {
        assertEquals(text, Units.share(share));
    }

    @ParameterizedTest
    @CsvSource({"longest_wait_ns,30700000,30.7 ms", "size_bytes,1e6,1.00 MB", "lost_ratio,0.031,3.1 %",
            "median_ratio,27,27 ×", "members_count,9999,9999", "per_second,2.345,2.35", "rate,NaN,unknown"})
    void aFiguresNameEndsInItsUnit(String name, double value, String text) {
        assertEquals(text, Units.value(name, value));
    }
}
