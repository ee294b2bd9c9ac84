package dev.faultline.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.GoState;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.StateLevels;
import dev.faultline.views.Samples;
import dev.faultline.views.scale.TimeRange;
import org.junit.jupiter.api.Test;

class DistributionsTest {
    private static final Facts FACTS = Samples.facts("go1.27/pool-swallows-timeout");

    @Test
    void whatEndedInTheRangeCounts() {
        TraceModel model = FACTS.model();
        TimeRange whole = new TimeRange(0, model.durationNs());
        Distributions all = Distributions.of(FACTS, whole);
        assertEquals(24 + FACTS.runs().inferred().size(), all.tasks().count(), "tasks and what is inferred");
        long half = model.durationNs() / 2;
        Distributions first = Distributions.of(FACTS, new TimeRange(0, half));
        Distributions second = Distributions.of(FACTS, new TimeRange(half + 1, model.durationNs()));
        assertTrue(first.lifetimes().count() > 0);
        assertEquals(all.lifetimes().count(), first.lifetimes().count() + second.lifetimes().count());
        assertEquals(all.pauses().count(), first.pauses().count() + second.pauses().count());
    }

    @Test
    void aPIsAsBusyAsGoroutinesRanOnIt() {
        TraceModel model = FACTS.model();
        ProcHeat heat = ProcHeat.of(model, new TimeRange(0, model.durationNs()), 100);
        assertEquals(model.procCount(), heat.busy().length);
        for (int p = 0; p < heat.busy().length; p++) {
            double sum = 0;
            for (double busy : heat.busy()[p]) {
                sum += busy * model.durationNs() / 100;
            }
            assertEquals(runningNs(model.procSpans(p)), sum, 1_000);
        }
    }

    private static double runningNs(ProcSpans spans) {
        double sum = 0;
        for (int i = 0; i < spans.size(); i++) {
            sum += spans.state(i) == GoState.RUNNING ? spans.end(i) - spans.start(i) : 0;
        }
        return sum;
    }

    @Test
    void levelsOfAShortRangeAreThoseOfTheWholeTraceThere() {
        TraceModel model = FACTS.model();
        long step = model.durationNs() / 100;
        StateLevels whole = StateLevels.of(model, 0, step * 100, 100);
        StateLevels part = StateLevels.of(model, step * 10, step * 20, 10);
        double[] all = whole.means(GoState.WAITING, WaitKind.NETWORK);
        double[] some = part.means(GoState.WAITING, WaitKind.NETWORK);
        for (int i = 0; i < 10; i++) {
            assertEquals(all[10 + i], some[i], 1e-6);
        }
        assertTrue(some[5] > 0);
    }
}
