package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Samples;
import dev.faultline.model.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoReleaseTest {
    @ParameterizedTest
    @CsvSource({"5,Go 1.5 or 1.6", "7,Go 1.7", "11,Go 1.11 to 1.18", "19,Go 1.19 or 1.20", "21,Go 1.21", "22,Go 1.22",
            "23,Go 1.23 or 1.24", "25,Go 1.25", "26,Go 1.26 or later", "29,Go 1.29 or later"})
    void aFormatNamesTheReleasesThatWriteIt(int minor, String text) {
        assertEquals(text, GoRelease.ofFormat(minor));
    }

    @Test
    void aTraceWithoutPathsNamesThoseOfItsFormat() {
        assertEquals("Go 1.26 or later", GoRelease.of(new Script(10).build().trace()));
        assertEquals("Go 1.11 to 1.18", GoRelease.of(new Script(10).minor(11).build().trace()));
    }
}
