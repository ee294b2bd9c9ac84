package dev.faultline.app.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is looked up is what going through all of the trace finds.
class LookupTest {
    @ParameterizedTest
    @ValueSource(strings = {"go1.27/pool-swallows-timeout", "go1.27/lost-context", "go1.27/healthy-spans"})
    void findsTasksByTheirNumber(String name) throws IOException {
        TraceModel model = Read.sample(name).model();
        Lookup lookup = new Lookup(model);
        assertTrue(!model.tasks().isEmpty());
        for (Task task : model.tasks()) {
            assertEquals(task, lookup.task(task.id()));
        }
        assertNull(lookup.task(Long.MAX_VALUE));
        assertNull(lookup.task(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.27/pool-swallows-timeout", "go1.27/lost-context", "go1.27/healthy-spans"})
    void findsTheInnermostRegionOfAGoroutineAtATime(String name) throws IOException {
        TraceModel model = Read.sample(name).model();
        Lookup lookup = new Lookup(model);
        int inside = 0;
        for (int g = 0; g < model.goroutines().count(); g++) {
            int goroutine = g;
            List<Region> own = model.regions().stream().filter(r -> r.goroutine() == goroutine)
                    .sorted(Comparator.comparingLong(Region::startNs)).toList();
            assertEquals(own, lookup.regions(g));
            for (long ns = 0; ns < model.durationNs(); ns += model.durationNs() / 50) {
                long at = ns;
                Region want = own.stream().filter(r -> r.startNs() <= at && r.endNs() > at)
                        .max(Comparator.comparingInt(Region::depth)).orElse(null);
                assertEquals(want, lookup.regionAt(g, ns), "goroutine " + g + " at " + ns);
                inside += want == null ? 0 : 1;
            }
        }
        assertTrue(inside > 0);
    }
}
