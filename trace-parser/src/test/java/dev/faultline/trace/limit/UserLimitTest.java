package dev.faultline.trace.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserLimitTest {
    private static final long OTHERWISE = 77;

    @ParameterizedTest
    @CsvSource({"0, 0", "4096, 4096", "3k, 3072", "500M, 524288000", "2G, 2147483648", "' 2g ', 2147483648"})
    void takesNumbersAsJavasOwnOptionsDo(String text, long bytes) {
        Map<String, String> environment = Map.of("FAULTLINE_COLUMN_MEMORY", text);

        assertEquals(bytes, UserLimit.COLUMN_MEMORY.in(environment, OTHERWISE));
        assertEquals(List.of(), UserLimit.problems(environment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "much", "1.5G", "10 MB", "9999999999G", "99999999999999999999"})
    void tellsWhatItDoesNotUnderstandAndGoesOnWithout(String text) {
        Map<String, String> environment = Map.of("FAULTLINE_CACHE", text);

        assertEquals(OTHERWISE, UserLimit.INDEX.in(environment, OTHERWISE));
        List<String> problems = UserLimit.problems(environment);
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().startsWith("FAULTLINE_CACHE must be") && problems.getFirst().contains(text),
                problems::toString);
    }

    @Test
    void nothingMayNotComeOutOfAPackedFile() {
        Map<String, String> environment = Map.of("FAULTLINE_MAX_UNPACKED", "0");

        assertEquals(OTHERWISE, UserLimit.UNPACKED.in(environment, OTHERWISE));
        assertEquals(1, UserLimit.problems(environment).size());
    }

    @Test
    void whatIsEmptyIsNotSet() {
        Map<String, String> environment = Map.of("FAULTLINE_CACHE", "");

        assertEquals(OTHERWISE, UserLimit.INDEX.in(environment, OTHERWISE));
        assertEquals(List.of(), UserLimit.problems(environment));
    }
}
