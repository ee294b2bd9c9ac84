package dev.faultline.model.analysis.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.MutatorTime.Taker;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MutatorTimeTest {
    @Test
    void theWorstWindowsAreApartAndTheFirstIsTheMinimum() {
        MutatorUtilization steps = new MutatorUtilization(new long[]{0, 100, 150, 500, 520, 1_000},
                new double[]{1, 0, 1, 0.5, 1, 1});
        List<MutatorUtilization.Window> worst = steps.worst(50, 3);
        assertEquals(new MutatorUtilization.Window(100, 150, 0), worst.getFirst());
        assertEquals(steps.minimum(50), worst.getFirst().share());
        assertEquals(0.8, worst.get(1).share(), 1e-9);
        assertTrue(worst.get(1).fromNs() <= 500 && worst.get(1).toNs() >= 520);
        assertEquals(0.8, steps.within(400, 1_000).minimum(50), 1e-9);
    }

    @Test
    void whatCountsLessLeavesMoreToTheProgram() throws IOException {
        try (Trace trace = TraceReader.read(Path.of("../sample-traces/go1.27/forced-gc.trace.gz"), Progress.NONE)) {
            TraceModel model = ModelBuilder.build(trace, Progress.NONE);
            WorkerRuns workers = new Facts(model).timing().workerRuns();
            MutatorUtilization all = MutatorTime.of(model, workers, EnumSet.allOf(Taker.class));
            MutatorUtilization pauses = MutatorTime.of(model, workers, Set.of(Taker.PAUSES));
            MutatorUtilization none = MutatorTime.of(model, workers, Set.of());
            assertEquals(0, pauses.minimum(1));
            assertEquals(1, none.minimum(1_000));
            for (long window : new long[]{100_000, 1_000_000, 10_000_000}) {
                assertTrue(all.minimum(window) <= pauses.minimum(window));
                assertEquals(model.mutatorUtilization().minimum(window), all.minimum(window), 0.12,
                        "as the curve that is counted while the trace is read, but for sweeping");
            }
        }
    }
}
