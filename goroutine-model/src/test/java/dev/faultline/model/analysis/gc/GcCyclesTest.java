package dev.faultline.model.analysis.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Samples;
import dev.faultline.model.Script;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.GcCycle.Trigger;
import java.util.List;
import org.junit.jupiter.api.Test;

class GcCyclesTest {
    private static final long KIB = 1024;

    @Test
    void tellsWhatEachCollectionCost() {
        Script script = new Script(100_000).heap(5000, 4000 * KIB, 4100 * KIB)
                .collection(new long[]{10_000, 20_000}, Script.MAIN, "runtime.mallocgc:1 < main.load:5")
                .create(100, Script.MAIN, 10, "runtime.gcBgMarkWorker", "runtime.gcBgMarkStartWorkers:9")
                .start(12_000, 10).block(21_000, 10, "GC worker (idle)", "runtime.gcBgMarkWorker:2")
                .assist(new long[]{15_000, 16_000}, Script.MAIN, "runtime.mallocgc:1 < main.load:5")
                .pause(new long[]{20_000, 20_100}, Script.MAIN, "GC mark termination", "")
                .heap(25_000, 1000 * KIB, 4100 * KIB).heap(30_000, 1500 * KIB, 4100 * KIB)
                .collection(new long[]{50_000, 55_000}, Script.MAIN, "runtime.GC:3 < main.flush:8");
        List<GcCycle> cycles = new Facts(script.build()).gcCycles().all();
        assertEquals(2, cycles.size());
        GcCycle first = cycles.getFirst();
        assertEquals(Trigger.PACER, first.trigger());
        assertEquals(8_000_000, first.workerNs(), "only while it marked");
        assertEquals(1_000_000, first.assistNs());
        assertEquals(100_000, first.stopNs());
        assertEquals(new GcCycle.Heap(4000 * KIB, 1000 * KIB, 4100 * KIB), first.heap());
        assertEquals(Trigger.BY_HAND, cycles.getLast().trigger());
        assertEquals(0, cycles.getLast().workerNs());
    }

    @Test
    void knowsTheFactsOfARealRun() {
        Samples.check(Samples.trace("go1.24/gc-pressure"), model -> {
            List<GcCycle> cycles = new Facts(model).gcCycles().all();
            long marked = cycles.stream().mapToLong(GcCycle::durationNs).sum();
            long worked = cycles.stream().mapToLong(GcCycle::workerNs).sum();
            // a quarter of the processors is the collector's aim
            assertEquals(0.25 * model.procCount(), (double) worked / marked, 0.25);
            for (GcCycle cycle : cycles.subList(1, 20)) {
                assertTrue(cycle.workerNs() <= cycle.durationNs() * model.procCount(), cycle::toString);
                assertTrue(cycle.heap().after() > 0 && cycle.heap().goal() > 0, cycle::toString);
            }
        });
    }
}
