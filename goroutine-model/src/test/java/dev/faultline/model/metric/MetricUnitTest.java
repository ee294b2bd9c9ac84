package dev.faultline.model.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.rules.SettingsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricUnitTest {
    @ParameterizedTest
    @CsvSource({"NS,2ms,2e6", "NS,1.5 s,1.5e9", "NS,800us,8e5", "NS,7µs,7000", "NS,123,123", "NS,2min,12e10",
            "RATIO,10%,0.1", "RATIO,0.95,0.95", "COUNT,5000,5000", "COUNT,5e3,5000", "BYTES,64MB,64e6",
            "BYTES,1KiB,1024", "BYTES,4096,4096", "BYTES,2G,2e9"})
    void readsWhatUsersWrite(MetricUnit unit, String text, double value) throws SettingsException {
        assertEquals(value, unit.read(text), value * 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"NS,fast", "NS,10%", "NS,-1ms", "RATIO,10ms", "COUNT,5k", "BYTES,1s", "COUNT,''", "NS,1e9999"})
    void refusesOthersAndSaysWhatIsExpected(MetricUnit unit, String text) {
        String sentence = assertThrows(SettingsException.class, () -> unit.read(text)).getMessage();
        assertTrue(sentence.startsWith("'" + text + "' is not a"), sentence);
    }

    @ParameterizedTest
    @CsvSource({"NS,1200000,1.20 ms", "RATIO,0.031,3.1 %", "COUNT,5000,5000", "BYTES,64000000,64.0 MB"})
    void writesThemAsEverywhereElse(MetricUnit unit, double value, String text) {
        assertEquals(text, unit.text(value));
    }
}
