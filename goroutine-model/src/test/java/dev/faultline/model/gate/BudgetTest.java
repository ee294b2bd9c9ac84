package dev.faultline.model.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.metric.TraceMetrics;
import dev.faultline.model.rules.SettingsException;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static Budget.Use use(String metric, boolean most, double limit, OptionalDouble value)
            throws SettingsException {
        return new Budget.Use(new Budget(TraceMetrics.named(metric), most, limit), value);
    }

    @Test
    void whatIsBeyondTheLimitBreaksIt() throws SettingsException {
        assertTrue(use("stw", true, 1e6, OptionalDouble.of(1.2e6)).broken());
        assertFalse(use("stw", true, 1e6, OptionalDouble.of(1e6)).broken());
        assertTrue(use("span-closure", false, 0.95, OptionalDouble.of(0.9)).broken());
        assertFalse(use("span-closure", false, 0.95, OptionalDouble.of(0.95)).broken());
        assertFalse(use("stw", true, 0, OptionalDouble.empty()).broken(), "what is not known breaks nothing");
    }

    @Test
    void saysValueAndLimit() throws SettingsException {
        assertEquals("stw is 1.20 ms, allowed at most 1.00 ms",
                use("stw", true, 1e6, OptionalDouble.of(1.2e6)).text());
        assertEquals("span-closure is 90 %, allowed at least 95 %",
                use("span-closure", false, 0.95, OptionalDouble.of(0.9)).text());
        assertEquals("stw has no value in this trace, allowed at most 1.00 ms",
                use("stw", true, 1e6, OptionalDouble.empty()).text());
    }
}
