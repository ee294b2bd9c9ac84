package dev.faultline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// States and durations of traces before Go 1.19. The small traces and the texts that they are made from lie with the
/// tests of the reader.
class OldVersionsTest {
    private static final Path FOLDER = Path.of("..", "trace-parser", "src", "test", "resources", "traces", "v1");

    @Test
    void stateByStateInGo15() throws IOException {
        assertEquals(List.of("100 runnable", "100 running", "350 syscall", "450 runnable", "510 running",
                "600 syscall",
                "700 runnable", "710 running", "800 end"), states("1.5", 3));
        assertEquals(List.of("0 waiting", "250 runnable", "300 running", "310 waiting", "900 goes on"),
                states("1.5", 2));
    }

    @Test
    void stateByStateInGo17() throws IOException {
        assertEquals(List.of("100 runnable", "100 running", "500 syscall", "600 runnable", "710 running",
                "800 syscall",
                "850 runnable", "860 running", "900 end"), states("1.7", 3));
        assertEquals(List.of("0 waiting", "250 runnable", "300 running", "500 waiting", "870 runnable",
                "910 goes on"), states("1.7", 2));
    }

    /// Before Go 1.10 each P writes its part of a pause; the parts are one pause.
    @Test
    void pauses() throws IOException {
        assertEquals(List.of(), ranges("1.5", Range.Kind.STW));
        assertEquals(List.of("410-450"), ranges("1.7", Range.Kind.STW));
        assertEquals(List.of("450-480"), ranges("1.9", Range.Kind.STW));
        assertEquals(List.of("100-150", "300-340"), ranges("1.10", Range.Kind.STW));
    }

    @Test
    void collections() throws IOException {
        assertEquals(List.of("720-750"), ranges("1.5", Range.Kind.GC_MARK));
        assertEquals(List.of("400-460"), ranges("1.7", Range.Kind.GC_MARK));
        assertEquals(List.of("120-350"), ranges("1.10", Range.Kind.GC_MARK));
    }

    @Test
    void waitsForTheCollector() throws IOException {
        assertEquals(List.of("0 running", "150 waiting", "250 runnable", "350 running",
                "500 goes on"), states("1.8", 1));
    }

    @Test
    void tasksAndRegions() throws IOException {
        try (Trace trace = read("1.11")) {
            TraceModel model = ModelBuilder.build(trace, Progress.NONE);
            assertEquals(List.of("order 100-500", "payment 110-450"), model.tasks().stream()
                    .map(t -> t.name() + " " + t.startNs() + "-" + t.endNs()).toList());
            assertEquals(1, model.regions().size());
            assertEquals(200, model.regions().getFirst().endNs() - model.regions().getFirst().startNs());
        }
    }

    private static List<String> states(String version, int id) throws IOException {
        try (Trace trace = read(version)) {
            TraceModel model = ModelBuilder.build(trace, Progress.NONE);
            Goroutines goroutines = model.goroutines();
            int g = goroutines.indexOf(id);
            Spans spans = model.spans(g);
            List<String> states = new ArrayList<>();
            for (int i = 0; i < spans.size(); i++) {
                if (i == 0 || spans.end(i) > spans.start(i)) {
                    states.add(spans.start(i) + " " + spans.state(i).label());
                }
            }
            states.add(spans.end(spans.size() - 1) + (goroutines.ended(g) ? " end" : " goes on"));
            return states;
        }
    }

    private static List<String> ranges(String version, Range.Kind kind) throws IOException {
        try (Trace trace = read(version)) {
            return ModelBuilder.build(trace, Progress.NONE).ranges(kind).stream()
                    .map(r -> r.startNs() + "-" + r.endNs()).toList();
        }
    }

    private static Trace read(String version) throws IOException {
        return TraceReader.read(FOLDER.resolve(version + ".trace"), Progress.NONE);
    }
}
