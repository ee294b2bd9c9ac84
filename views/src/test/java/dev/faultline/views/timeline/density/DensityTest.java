package dev.faultline.views.timeline.density;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.GoState;
import dev.faultline.model.WaitKind;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.lane.Mix;
import org.junit.jupiter.api.Test;

class DensityTest {
    private static final long TOTAL = 1 << 20;
    private static final int FINE = 1 << 14;

    /// One goroutine runs all the time, nine more for 100 ns in the middle.
    private static Density density(int buckets) {
        DensitySum sum = new DensitySum(new TimeRange(0, TOTAL), buckets);
        sum.add(GoState.RUNNING, WaitKind.NONE, 0, TOTAL);
        for (int i = 0; i < 9; i++) {
            sum.add(GoState.RUNNING, WaitKind.NONE, TOTAL / 2, TOTAL / 2 + 128);
        }
        return sum.finish();
    }

    @Test
    void wideStretchesAreAveraged() {
        assertEquals(1 + 9 * 128.0 / TOTAL, running(density(FINE), 0, TOTAL), 1e-4);
        assertEquals(1 + 9 * 128.0 / (TOTAL / 4), running(density(FINE), TOTAL / 2, TOTAL / 2 + TOTAL / 4), 1e-4);
        assertEquals(10, running(density(FINE), TOTAL / 2 + 64, TOTAL / 2 + 65), 1e-4);
    }

    @Test
    void shortPeaksAreSeenFromAfar() {
        assertEquals(10, density(FINE).peak(new TimeRange(0, TOTAL)), 1e-4);
        assertEquals(1, density(FINE).peak(new TimeRange(TOTAL / 4 * 3, TOTAL)), 1e-4);
    }

    private static double running(Density density, long from, long to) {
        double[] slots = new double[Mix.slots()];
        density.add(from, to, slots);
        return slots[Mix.slot(Role.RUNNING)];
    }
}
