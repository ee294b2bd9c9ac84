package dev.faultline.views.timeline.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Metric;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.TraceModel;
import dev.faultline.views.Samples;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.row.Counter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Counters of a real trace, px by px, against what the model tells of the whole.
class CounterSeriesTest {
    private static final int PX = 500;

    private final TraceModel model = Samples
            .read(Path.of("../sample-traces/go1.27/gc-pressure.trace.gz")).model();
    private final Densities densities = new Densities(model, Runnable::run, () -> {});
    private final Counters counters = new Counters(model, densities, Runnable::run, () -> {});
    private final TimeScale scale = TimeScale.of(new TimeRange(0, model.durationNs() + 1), 0, PX);

    private double[] columns(Counter counter, boolean second) {
        return counters.of(counter).columns(scale, 0, PX, second);
    }

    @Test
    void everyBirthAndEveryExitIsCountedInOnePx() {
        Goroutines all = model.goroutines();
        long born = IntStream.range(0, all.count()).filter(g -> !all.bornBefore(g) && all.mentioned(g)).count();
        long ended = IntStream.range(0, all.count()).filter(all::ended).count();
        assertEquals(born, Arrays.stream(columns(Counter.BIRTHS, false)).sum());
        assertEquals(ended, Arrays.stream(columns(Counter.BIRTHS, true)).sum());
    }

    @Test
    void theCollectorsShareIsWhatItLeavesToTheProgram() {
        MutatorUtilization left = model.mutatorUtilization();
        double mean = left.minimum(Long.MAX_VALUE);
        double taken = Arrays.stream(columns(Counter.GC_CPU, false)).average().orElseThrow();
        assertEquals(1 - mean, taken, 0.01);
        assertEquals(1, counters.of(Counter.GC_CPU).top(0.2), "its graph is always as high as all Ps");
    }

    @Test
    void theHeapReachesItsLargestValue() {
        Metric heap = model.metrics().stream().filter(m -> m.name().equals(Metric.HEAP_OBJECTS)).findFirst()
                .orElseThrow();
        long most = LongStream.of(heap.values()).max().orElseThrow();
        double seen = Arrays.stream(columns(Counter.HEAP, false)).max().orElseThrow();
        assertTrue(seen <= most && seen > most * 0.9, seen + " of " + most);
        assertTrue(Arrays.stream(columns(Counter.HEAP, true)).max().orElseThrow() > 0, "there is a goal");
    }

    @Test
    void runnableGoroutinesAreThoseOfTheStates() {
        long runnable = IntStream.range(0, model.goroutines().count()).filter(g -> !model.goroutines().system(g))
                .mapToLong(model.goroutines()::runnableNs).sum();
        double mean = Arrays.stream(columns(Counter.RUN_QUEUE, false)).average().orElseThrow();
        assertEquals((double) runnable / model.durationNs(), mean, 0.05 * mean);
    }
}
