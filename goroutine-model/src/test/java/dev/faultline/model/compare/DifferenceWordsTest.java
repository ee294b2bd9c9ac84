package dev.faultline.model.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.metric.Better;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DifferenceWordsTest {
    private static final Quantity MEDIAN = new Quantity("median", "median wait", "ns", Better.LOWER,
            Quantity.Made.MEDIAN, new Quantity.Limits(2, 1e6, 10), 1);

    private static Difference difference(double before, double after, OptionalDouble p) {
        return new Difference(MEDIAN, before, after, new Difference.Spread(new double[0], new double[0]), p,
                Verdict.WORSE);
    }

    @Test
    void saysBothValuesAndHowTheyRelate() {
        assertEquals("median wait 100.0 µs → 2.00 ms (20 ×)",
                DifferenceWords.line(difference(1e5, 2e6, OptionalDouble.empty())));
        assertEquals("median wait 100.0 µs → 2.00 ms (20 ×, p 0.8 %)",
                DifferenceWords.line(difference(1e5, 2e6, OptionalDouble.of(0.008))));
        assertEquals("0.8 %", DifferenceWords.chance(difference(1e5, 2e6, OptionalDouble.of(0.008))));
        assertEquals("", DifferenceWords.chance(difference(1e5, 2e6, OptionalDouble.empty())));
    }

    @Test
    void whatASideHasNotIsNoRatio() {
        Difference gone = difference(1e5, Double.NaN, OptionalDouble.empty());
        assertEquals("", DifferenceWords.ratio(gone));
        assertEquals("median wait 100.0 µs → none", DifferenceWords.line(gone));
        assertEquals("new", DifferenceWords.ratio(difference(0, 2e6, OptionalDouble.empty())));
    }
}
