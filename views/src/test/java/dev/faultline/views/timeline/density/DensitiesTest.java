package dev.faultline.views.timeline.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.TraceModel;
import dev.faultline.views.Samples;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.lane.Mix;
import dev.faultline.views.timeline.row.OutlineBuilder;
import dev.faultline.views.timeline.row.Query;
import dev.faultline.views.timeline.row.Section;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The counts of one pass are those of the goroutines one by one.
class DensitiesTest {
    private final TraceModel model = Samples.facts("go1.27/goroutine-churn").model();
    private final TimeRange whole = new TimeRange(0, model.durationNs());
    private final Queue<Runnable> background = new ArrayDeque<>();
    private int told;
    private final Densities densities = new Densities(model, background::add, () -> told++);

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private Density oneByOne(int[] goroutines, TimeRange range, int buckets) {
        return Density.of(model, new Density.Members(goroutines.length, i -> goroutines[i]), range, buckets);
    }

    private int[] own() {
        return IntStream.range(0, model.goroutines().count()).filter(g -> !model.goroutines().system(g)).toArray();
    }

    private static double[] average(Density density, double from, double to) {
        double[] slots = new double[Mix.slots()];
        density.add(from, to, slots);
        return slots;
    }

    private void same(Density expected, Density counted) {
        assertEquals(expected.buckets(), counted.buckets());
        double part = (double) model.durationNs() / expected.buckets();
        for (int i = 0; i < expected.buckets(); i += 7) {
            assertArrayEquals(average(expected, i * part, (i + 1) * part), average(counted, i * part, (i + 1) * part),
                    1e-3);
        }
        assertEquals(expected.peak(whole), counted.peak(whole), 1e-3);
    }

    @Test
    void nothingIsThereBeforeItIsCounted() {
        assertNull(densities.program());
        assertNull(densities.program());
        assertEquals(1, background.size(), "it is counted once");
        work();
        assertEquals(1, told);
        assertNotNull(densities.program());
        assertTrue(background.isEmpty());
    }

    @Test
    void theProgramIsAllGoroutinesButTheRuntimesOwn() {
        densities.program();
        work();
        Density program = densities.program();
        assertNotNull(program);
        assertTrue(own().length < model.goroutines().count());
        same(oneByOne(own(), whole, program.buckets()), program);
    }

    @Test
    void sectionsCountTheirGoroutines() {
        densities.program();
        work();
        for (Section section : new OutlineBuilder(model).build(Query.DEFAULT).sections()) {
            if (section.group() != null) {
                Density counted = densities.section(section);
                assertNotNull(counted, section.title());
                int[] members = section.group().members().toIntArray();
                same(oneByOne(members, whole, counted.buckets()), counted);
            }
        }
    }

    @Test
    void aCloseUpIsCountedAnewAndFiner() {
        densities.program();
        work();
        Density coarse = densities.program();
        assertNotNull(coarse);
        TimeRange visible = new TimeRange(model.durationNs() / 3, model.durationNs() / 3 + 1_000_000);
        double nsPerPx = visible.durationNs() / 1_000.0;
        assertEquals(coarse, densities.program(visible, nsPerPx), "until it is counted");
        work();
        Density close = densities.program(visible, nsPerPx);
        assertNotNull(close);
        assertTrue(close.range().fromNs() <= visible.fromNs() && close.range().toNs() >= visible.toNs());
        assertTrue(close.range().durationNs() < whole.durationNs() / 10);
        Density expected = oneByOne(own(), close.range(), close.buckets());
        assertArrayEquals(average(expected, visible.fromNs(), visible.toNs()),
                average(close, visible.fromNs(), visible.toNs()), 1e-3);
    }
}
