package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({"0,0", "1,1 ns", "412,412 ns", "10830,10.8 µs", "801615000,801.6 ms", "3410000000,3.41 s",
            "999960,1.00 ms", "999999999,1.00 s", "75000000000,75.0 s", "119600000000,2 min 00 s",
            "125000000000,2 min 05 s", "11520000000000,3 h 12 min", "-1500,−1.50 µs",
            "9223372036854775807,2562047 h 47 min", "-9223372036854775808,−2562047 h 47 min"})
    void durationsKeepThreeToFourDigits(long ns, String text) {
        assertEquals(text, Units.duration(ns));
    }

    @ParameterizedTest
    @CsvSource({"0.4,0", "1500.2,1.50 µs", "NaN,n/a", "Infinity,n/a", "-1500,−1.50 µs"})
    void computedDurationsAreRounded(double ns, String text) {
        assertEquals(text, Units.duration(ns));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "12,12 ns", "803329000,803.329 ms", "12500000000,12.500 s", "-1714000,−1.714 ms"})
    void momentsHaveAThousandthOfTheirUnit(long ns, String text) {
        assertEquals(text, Units.time(ns));
    }

    @ParameterizedTest
    @CsvSource({"4102345678,256,4.102\u202f345\u202f678 s", "4102345678,800000000,4.102 s",
            "4102345678,50000,4.102\u202f346 s",
            "803329000,0,803.329\u202f000 ms", "412,3,412 ns", "-4102345678,256,−4.102\u202f345\u202f678 s"})
    void theEndsOfShortStretchesHaveDigitsThatTellThemApart(long ns, long span, String text) {
        assertEquals(text, Units.time(ns, span));
    }

    @ParameterizedTest
    @CsvSource({"0,1000,0", "100000000,10000000,100 ms", "1250000000,50000000,1.25 s", "412350000,10000,412.35 ms",
            "5000000000000,1000000000,5 000 s"})
    void ticksShowTheDigitsThatTellThemApart(long ns, long step, String text) {
        assertEquals(text, Units.tick(ns, step));
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "30200,30.2 kB", "232000000,232 MB", "1500000000,1.50 GB", "999999,1.00 MB",
            "-30200,−30.2 kB", "9223372036854775807,9.22 EB", "-9223372036854775808,−9.22 EB"})
    void sizesKeepThreeDigits(long bytes, String text) {
        assertEquals(text, Units.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0,0 %", "0.84,84 %", "0.031,3.1 %", "0.0002,0.02 %", "0.00001,< 0.01 %", "1,100 %", "-0.05,−5.0 %",
            "-0.00001,> −0.01 %", "NaN,n/a", "-Infinity,n/a"})
    void sharesArePercent(double share, String text) {
        assertEquals(text, Units.share(share));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "9999,9999", "10000,10\u202f000", "-12345678,−12\u202f345\u202f678",
            "-9223372036854775808,−9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f808"})
    void countsHaveThinGroups(long n, String text) {
        assertEquals(text, Units.count(n));
    }

    @Test
    void nounsFollowTheirNumber() {
        assertEquals("0 spans", Units.count(0, "span"));
        assertEquals("1 span", Units.count(1, "span"));
        assertEquals("2 spans", Units.count(2, "span"));
        assertEquals("1 process", Units.count(1, "process", "processes"));
        assertEquals("3 processes", Units.count(3, "process", "processes"));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "2,2", "2.2,2.20", "1.499999,1.50", "34.12,34.1", "999.94,999.9", "1234.5,1235",
            "-2.345,−2.35", "-0.001,−0.00", "1e300,1.00e+300", "NaN,n/a", "Infinity,n/a"})
    void computedNumbersKeepThreeDigits(double value, String text) {
        assertEquals(text, Units.number(value));
    }

    @Test
    void ratesAndFactorsNameTheirUnit() {
        assertEquals("120/s", Units.rate(120));
        assertEquals("2.35/s", Units.rate(2.346));
        assertEquals("n/a", Units.rate(Double.NaN));
        assertEquals("27 ×", Units.times(27));
        assertEquals("n/a", Units.times(Double.POSITIVE_INFINITY));
        assertEquals("≈ 1.20 ms", Units.about(1_200_000));
    }

    @Test
    void everyLocaleWritesTheSame() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[]{"de-DE", "ar-EG", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals("3.41 s", Units.duration(3_410_000_000L));
                assertEquals("30.2 kB", Units.bytes(30_200));
                assertEquals("3.1 %", Units.share(0.031));
                assertEquals("12\u202f345", Units.count(12_345));
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
