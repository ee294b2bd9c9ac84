package dev.faultline.model.analysis.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.SiteWait;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SurvivalTest {
    private static Histogram of(long... values) {
        Histogram histogram = new Histogram();
        for (long value : values) {
            histogram.add(value);
        }
        return histogram;
    }

    /// The remission times of 21 patients that every textbook of survival analysis has (Freireich 1963).
    @Test
    void agreesWithTheTextbook() {
        Survival survival = Survival.of(of(6, 6, 6, 7, 10, 13, 16, 22, 23),
                of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));
        assertEquals(1, survival.longerThan(5));
        assertEquals(0.857, survival.longerThan(6), 0.0005);
        assertEquals(0.807, survival.longerThan(7), 0.0005);
        assertEquals(0.753, survival.longerThan(10), 0.0005);
        assertEquals(0.690, survival.longerThan(13), 0.0005);
        assertEquals(0.627, survival.longerThan(16), 0.0005);
        assertEquals(0.448, survival.longerThan(23), 0.0005);
        assertEquals(0.538, survival.longerThan(22), 0.0005);
        assertEquals(23, survival.quantile(0.5).orElseThrow());
        assertTrue(survival.exact());
        assertEquals(10, survival.quantile(0.2).orElseThrow());
        assertEquals(OptionalLong.empty(), survival.quantile(0.9), "too few ended to tell");
        assertEquals(9, survival.ended());
        assertEquals(12, survival.unended());
    }

    @Test
    void isThePlainShareWhereAllEnded() {
        Survival survival = Survival.of(of(1, 2, 3, 4), of());
        assertEquals(0.5, survival.longerThan(2));
        assertEquals(2, survival.quantile(0.5).orElseThrow());
        assertEquals(0, survival.longerThan(4));
    }

    @Test
    void knowsNothingWhereNoneEnded() {
        Survival survival = Survival.of(of(), of(5, 9));
        assertEquals(1, survival.longerThan(1_000_000));
        assertEquals(OptionalLong.empty(), survival.quantile(0.5));
    }

    /// Of ten waits nine last to the end: a median of the only one that ended would be 1 ms.
    @Test
    void openWaitsOfASiteCount() {
        Script script = new Script(100_000);
        for (int g = 10; g < 20; g++) {
            script.create(0, Script.MAIN, g, "main.work", "main.main:5").start(1, g).block(1000, g, "chan receive",
                    "main.work:12");
        }
        script.wake(2000, Script.MAIN, 10, "main.main:9").start(2000, 10);
        Facts facts = new Facts(script.build());
        SiteWait site = facts.timing().waits().getFirst();
        assertEquals(1, site.times().count());
        assertEquals(9, site.survival().unended());
        assertEquals(0.9, site.survival().longerThan(50_000_000), 1e-9);
        assertTrue(site.survival().quantile(0.5).isEmpty());
    }
}
