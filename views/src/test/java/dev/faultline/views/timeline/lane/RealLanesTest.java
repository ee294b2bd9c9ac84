package dev.faultline.views.timeline.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.TraceModel;
import dev.faultline.views.Samples;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lanes of real traces at many zooms.
class RealLanesTest {
    private static final double WIDTH = 700;
    private static final int LANES = 60;

    private final LaneLayout layout = new LaneLayout();

    @ParameterizedTest
    @ValueSource(strings = {"go1.27/pool-swallows-timeout", "go1.27/thundering-herd", "go1.27/goroutine-churn",
            "go1.27/scheduler-saturation", "go1.21/healthy-spans"})
    void piecesAreInOrderAndCoverWhatHappened(String name) {
        TraceModel model = Samples.facts(name).model();
        LaneSummaries summaries = LaneSummaries.direct(model);
        for (int g = 0; g < Math.min(LANES, model.goroutines().count()); g++) {
            Lane lane = summaries.goroutine(g);
            for (double part = 1; part > 1e-6; part /= 7) {
                long length = Math.max(1, Math.round(model.durationNs() * part));
                long from = (model.durationNs() - length) / 3;
                check(lane, TimeScale.of(new TimeRange(from, from + length), 0, WIDTH));
            }
        }
    }

    private void check(Lane lane, TimeScale scale) {
        Bars bars = layout.layout(lane, scale, 0, WIDTH);
        double right = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bars.size(); i++) {
            assertTrue(bars.x(i) >= right - 1.5, "piece " + i + " lies before the one before it");
            right = bars.right(i);
        }
        long from = Math.max(scale.ns(0), lane.size() == 0 ? Long.MAX_VALUE : lane.start(0));
        long to = Math.min(scale.ns(WIDTH), lane.size() == 0 ? Long.MIN_VALUE : lane.end(lane.size() - 1));
        for (double x = Math.ceil(scale.px(from)) + 1; x < scale.px(to) - 1; x += 13) {
            assertTrue(bars.at(x + 0.5) >= 0, "nothing at " + x);
        }
    }

    /// Sums say of each column what its intervals say.
    @ParameterizedTest
    @ValueSource(strings = {"go1.27/thundering-herd", "go1.27/goroutine-churn", "go1.27/scheduler-saturation"})
    void sumsAgreeWithTheIntervals(String name) {
        TraceModel model = Samples.facts(name).model();
        Mix.Average average = new Mix.Average();
        for (int p = 0; p < model.procCount(); p++) {
            Lane lane = new ProcLane(model.procSpans(p), model.goroutines());
            LaneSummary sums = LaneSummary.of(lane, model.durationNs());
            double column = model.durationNs() / 50.0;
            for (int i = 0; i < 50; i++) {
                long mix = sums.mix(i * column, (i + 1) * column, average);
                for (Role role : List.of(Role.RUNNING, Role.GC, Role.SYSCALL)) {
                    assertEquals(share(lane, role, i * column, (i + 1) * column), Mix.share(mix, Mix.slot(role)), 0.08,
                            role + " of P " + p + " in column " + i);
                }
            }
        }
    }

    private static double share(Lane lane, Role role, double from, double to) {
        double sum = 0;
        for (int i = 0; i < lane.size(); i++) {
            sum += lane.role(i) == role ? Math.max(0, Math.min(to, lane.end(i)) - Math.max(from, lane.start(i))) : 0;
        }
        return sum / (to - from);
    }
}
