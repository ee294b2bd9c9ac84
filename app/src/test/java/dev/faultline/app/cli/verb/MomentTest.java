package dev.faultline.app.cli.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class MomentTest {
    private final Moment.Converter converter = new Moment.Converter();

    @ParameterizedTest
    @CsvSource({"0, 0", "123456, 123456", "12ns, 12", "1.5us, 1500", "7µs, 7000", "20ms, 20000000", "1.5 s, 1500000000",
            "2m, 120000000000"})
    void readsUnits(String text, long ns) {
        assertEquals(ns, converter.convert(text).ns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-5", "5h", "1.s", "1e3", "1,5s"})
    void refusesAnythingElse(String text) {
        assertThrows(TypeConversionException.class, () -> converter.convert(text));
    }

    @Test
    void keepsLargeNumbersExact() {
        assertEquals(12345678901234567L, converter.convert("12345678901234567").ns());
    }
}
