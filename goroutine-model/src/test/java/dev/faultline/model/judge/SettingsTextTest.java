package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.rules.Suppression;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTextTest {
    @Test
    void readsThresholdsAndSuppressions() throws SettingsException {
        Settings settings = SettingsText.read(Map.of("long-stw.threshold_ns", " 5e6 ", "suppress", "goroutine-leak",
                "suppress.mine", "deadlock @ main.lock*"));
        assertEquals(Set.of(new Suppression("goroutine-leak", ""), new Suppression("deadlock", "main.lock*")),
                Set.copyOf(settings.suppressions()));
        assertEquals(5e6, SettingsText.threshold("long-stw.threshold_ns", " 5e6 "));
        assertTrue(SettingsText.defaults().containsKey("long-stw.threshold_ns"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', value = {
            "long-stw.treshold_ns|1|unknown setting 'long-stw.treshold_ns'; long-stw has: long-stw.critical_ns",
            "long-stop|1|unknown setting 'long-stop'; known are: ",
            "long-stop.threshold_ns|1|unknown setting 'long-stop.threshold_ns'; known are: ",
            "long-stw.threshold_ns|-1|long-stw.threshold_ns must be a number of at least 0, not '-1'",
            "long-stw.threshold_ns|NaN|must be a number of at least 0, not 'NaN'",
            "long-stw.threshold_ns|Infinity|must be a number of at least 0, not 'Infinity'",
            "long-stw.threshold_ns|10ms|must be a number of at least 0, not '10ms'",
            "suppress|leak|unknown finding 'leak'; known are: ",
            "suppress.a|deadlock@ |a function must follow the @ in 'deadlock@'"})
    void saysWhatItDoesNotUnderstand(String name, String value, String sentence) {
        String said = assertThrows(SettingsException.class, () -> SettingsText.read(Map.of(name, value)))
                .getMessage();
        assertTrue(said.contains(sentence), said);
    }
}
