package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A second language is a file beside the English one: here a made-up one, which has a few texts only.
class LanguageTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @BeforeEach
    void switchLanguage() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.of("qps"));
    }

    @AfterEach
    void switchBack() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private static Finding leak(int goroutines) {
        Script script = new Script(1_000_000);
        for (int g = 2; g < 2 + goroutines; g++) {
            script.create(1000L * g, Script.MAIN, g, "main.work", "main.main:3").start(1000L * g + 10, g)
                    .block(1000L * g + 20, g, "chan send", "runtime.chansend1:161 < main.work:14");
        }
        return Asked.one("goroutine-leak", script.end(50_000, Script.MAIN));
    }

    @ParameterizedTest
    @CsvSource({"1, 1 goroutína", "3, 3 goroutíny", "5, 5 goroutín"})
    void aFileOfThatLanguageIsTaken(int goroutines, String said) {
        assertEquals(said + " › main.work code.go:14", leak(goroutines).summary());
    }

    @Test
    void whatItLacksIsSaidInEnglish() {
        Finding there = leak(1);
        Rule rule = Asked.rule("goroutine-leak");
        String about = rule.about();
        switchBack();
        Finding here = leak(1);
        assertNotEquals(here.summary(), there.summary());
        assertEquals(here.why(), there.why());
        assertEquals(rule.about(), about);
        assertTrue(here.why().contains("goroutine"));
    }
}
