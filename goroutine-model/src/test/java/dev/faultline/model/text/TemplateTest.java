package dev.faultline.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Plurals ENGLISH = new Plurals(Map.of("one", "n = 1"));

    private enum Wait {
        WAIT_GROUP, SEND
    }

    private static String say(String source, Map<String, ?> values) {
        return new Template(source, ENGLISH).with(values);
    }

    @Test
    void valuesStandInForTheirNames() {
        assertEquals("12 of 20\u202f000 at main.f{1} a.go:3",
                say("{n} of {all} at {place}", Map.of("n", 12, "all", 20_000L, "place", "main.f{1} a.go:3")));
    }

    @ParameterizedTest
    @CsvSource({"0, none", "1, 1 call was", "2, 2 calls were", "10000, 10\u202f000 calls were"})
    void aPluralTakesTheBranchOfItsNumber(long n, String said) {
        assertEquals(said, say("{n, plural, =0 {none} one {# call was} other {# calls were}}", Map.of("n", n)));
    }

    @Test
    void aSelectTakesTheBranchOfItsValue() {
        String source = "{wait, select, wait-group {Wait} other {{sure, select, true {yes} other {no}}}}";
        assertEquals("Wait", say(source, Map.of("wait", Wait.WAIT_GROUP, "sure", true)));
        assertEquals("yes", say(source, Map.of("wait", Wait.SEND, "sure", true)));
        assertEquals("no", say(source, Map.of("wait", Wait.SEND, "sure", false)));
    }

    @Test
    void theNumberSignIsThatOfTheInnermostPlural() {
        assertEquals("2 of 3 #", say("{a, plural, other {{b, plural, other {#}} of #}} #", Map.of("a", 3, "b", 2)));
    }

    @Test
    void everyBranchNeedsItsValues() {
        String source = "{n, plural, one {at {place}} other {{who}}}";
        assertEquals(Set.of("n", "place", "who"), new Template(source, ENGLISH).placeholders());
        var missing = assertThrows(IllegalArgumentException.class,
                () -> say(source, Map.of("n", 1, "place", "here")));
        assertTrue(missing.getMessage().startsWith("no value for {who}"), missing.getMessage());
    }

    @Test
    void aMeanIsNoCount() {
        assertThrows(IllegalArgumentException.class, () -> say("{n}", Map.of("n", 1.5)));
        assertThrows(IllegalArgumentException.class, () -> say("{n, plural, other {}}", Map.of("n", "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "{}", "{n", "{n, plural, one {x}}", "{n, choice, other {x}}",
            "{n, plural, other {x}",
            "{n, select, other x}", "a {n, plural, other {x}}}"})
    void whatCannotBeReadIsRefused(String source) {
        assertThrows(IllegalArgumentException.class, () -> new Template(source, ENGLISH));
    }
}
