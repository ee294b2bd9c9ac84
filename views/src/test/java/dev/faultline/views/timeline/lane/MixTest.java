package dev.faultline.views.timeline.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.views.paint.Role;
import org.junit.jupiter.api.Test;

class MixTest {
    @Test
    void waitsComeBehindTheOtherStates() {
        for (int slot = 0; slot < Mix.slots(); slot++) {
            assertEquals(slot >= Mix.activeSlots(), Mix.role(slot).waits(), Mix.role(slot).name());
        }
    }

    @Test
    void theLargestWaitIsFound() {
        double[] amounts = new double[Mix.slots()];
        amounts[Mix.slot(Role.RUNNING)] = 0.6;
        assertEquals(-1, Mix.mostWaiting(Mix.of(amounts, 1)));
        amounts[Mix.slot(Role.SLEEP)] = 0.1;
        amounts[Mix.slot(Role.NETWORK)] = 0.3;
        assertEquals(Mix.slot(Role.NETWORK), Mix.mostWaiting(Mix.of(amounts, 1)));
    }
}
