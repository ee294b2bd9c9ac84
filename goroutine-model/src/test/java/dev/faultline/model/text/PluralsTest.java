package dev.faultline.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTest {
    /// As the CLDR has them for Polish, without what concerns fractions.
    private static final Plurals POLISH = new Plurals(Map.of("one", "i = 1", "few",
            "i % 10 = 2..4 and i % 100 != 12..14", "many",
            "i != 1 and i % 10 = 0..1 or i % 10 = 5..9 or i % 100 = 12..14"));

    @ParameterizedTest
    @CsvSource({"0, many", "1, one", "2, few", "4, few", "5, many", "11, many", "12, many", "21, many", "22, few",
            "112, many", "1004, few"})
    void rulesOfTheCldrHold(long n, String category) {
        assertEquals(category, POLISH.category(n));
    }

    @Test
    void aLanguageMayHaveOneFormOnly() {
        assertEquals("other", new Plurals(Map.of()).category(1));
    }

    @Test
    void aRuleThatCannotBeReadIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Plurals(Map.of("one", "v = 0")));
    }
}
