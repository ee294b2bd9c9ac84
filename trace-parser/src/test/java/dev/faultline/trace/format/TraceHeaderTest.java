package dev.faultline.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeaderTest {
    @ParameterizedTest
    @CsvSource({"5,V1", "21,V1", "22,V2", "26,V2", "110,V2"})
    void theNumberTellsTheFormat(int minor, TraceHeader.Family family) throws TraceFormatException {
        TraceHeader header = TraceHeader.parse(header("go 1." + minor + " trace"));
        assertEquals(minor, header.minor());
        assertEquals("go 1." + minor + " trace", header.text());
        assertEquals(family, header.family());
    }

    @Test
    void releasesThatChangedNothingWriteNoHeaderOfTheirOwn() throws TraceFormatException {
        assertTrue(TraceHeader.parse(header("go 1.26 trace")).known());
        assertFalse(TraceHeader.parse(header("go 1.24 trace")).known());
        assertFalse(TraceHeader.parse(header("go 1.31 trace")).known());
    }

    @ParameterizedTest
    @ValueSource(strings = {"go 1.26 trade", "go 2.26 trace", "go 1. trace", "Go 1.26 trace", "go 1.2600 trace", "",
            "go 1.26 trace\0\0x"})
    void everythingElseIsNoTrace(String text) {
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> TraceHeader.parse(header(text)));
        assertEquals(0, e.place().offset());
    }

    @Test
    void theMessageTellsWhatWasFound() {
        TraceFormatException e = assertThrows(TraceFormatException.class,
                () -> TraceHeader.parse("hello\tworld".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("expected the header of a Go trace such as \"go 1.26 trace\", found \"hello\\x09world\" at byte 0",
                e.getMessage());
        e = assertThrows(TraceFormatException.class, () -> TraceHeader.parse(new byte[0]));
        assertEquals("expected the header of a Go trace, found an empty file at byte 0", e.getMessage());
    }

    private static byte[] header(String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), TraceHeader.SIZE);
    }
}
