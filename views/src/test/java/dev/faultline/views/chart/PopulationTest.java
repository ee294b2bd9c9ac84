package dev.faultline.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.timing.StateLevels;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.Synthetic;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private final TraceModel model = new Synthetic(1_000)
            .goroutine("a", WaitKind.NETWORK, 0, 250, 1_000)
            .goroutine("b", WaitKind.NETWORK, 500, 510, 700, 1_000)
            .build();

    @Test
    void aStepHoldsTheMeanNumberOfGoroutinesInAState() {
        Population population = new Population(StateLevels.of(model, 0, 1_000, 10));
        assertEquals(1, population.mean(Role.RUNNING, 0), 1e-9);
        assertEquals(0.5, population.mean(Role.RUNNING, 2), 1e-9);
        assertEquals(0.5, population.mean(Role.NETWORK, 2), 1e-9);
        assertEquals(0.1, population.mean(Role.RUNNING, 5), 1e-9);
        assertEquals(1.9, population.mean(Role.NETWORK, 5), 1e-9);
    }

    @Test
    void theAreaIsTheGoroutinesTimeHoweverCoarseTheSteps() {
        for (int steps : new int[]{1, 3, 7, 1_000}) {
            Population population = new Population(StateLevels.of(model, 0, 1_000, steps));
            double area = 0;
            for (int i = 0; i < steps; i++) {
                area += population.mean(Role.NETWORK, i) * (population.startNs(i + 1) - population.startNs(i));
            }
            assertEquals(750 + 190, area, 1e-6, steps + " steps");
        }
    }

    @Test
    void aPartOfTheTraceCountsOnlyWhatLiesInIt() {
        Population population = new Population(StateLevels.of(model, 200, 300, 2));
        assertEquals(1, population.mean(Role.RUNNING, 0), 1e-9);
        assertEquals(0, population.mean(Role.RUNNING, 1), 1e-9);
        assertEquals(1, population.mean(Role.NETWORK, 1), 1e-9);
    }
}
