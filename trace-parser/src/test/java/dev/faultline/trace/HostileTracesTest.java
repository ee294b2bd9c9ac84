package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no program writes, on small traces made from text ([TraceText]). Texts and traces lie in
/// `src/test/resources/traces/hostile`; the tests of the command line print all of them.
class HostileTracesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "traces", "hostile");

    /// [#main] writes the traces again.
    @ParameterizedTest
    @ValueSource(strings = {"cycles", "families", "ids", "times", "counts", "texts"})
    void tracesAreWhatTheirTextsSay(String name) throws IOException {
        assertArrayEquals(TraceText.bytes(Files.readString(FOLDER.resolve(name + ".txt"))),
                Files.readAllBytes(FOLDER.resolve(name + ".trace")));
    }

    @Test
    void theFirstOfAnIdCountsAndMissingTextsAreEmpty() throws IOException {
        try (Trace trace = read("cycles")) {
            int stack = find(trace, EventType.GO_CREATE).stack();
            assertEquals(List.of("main.main", "main.main", "main.main"),
                    trace.stacks().frames(stack).stream().map(Frame::function).toList());
            assertTrue(told(trace).contains("2 table entries have a duplicate id"), told(trace));
        }
    }

    @Test
    void idsOf64BitsAreKeptAndProcsThatCannotBeAreNot() throws IOException {
        try (Trace trace = read("ids")) {
            assertTrue(trace.goroutines().indexOf(Long.MIN_VALUE) >= 0, "2^63");
            assertTrue(trace.goroutines().indexOf(Long.MAX_VALUE) >= 0, "2^63 - 1");
            assertTrue(trace.threads().indexOf(-2) >= 0, "2^64 - 2");
            EventCursor e = trace.events().cursor(0, trace.events().size());
            while (e.next()) {
                assertTrue(e.proc() <= 1_000_000, "P " + e.proc());
            }
            assertFalse(trace.report().complete());
        }
    }

    @Test
    void timesNeverRunBackwardsNorAway() throws IOException {
        try (Trace trace = read("times")) {
            long last = 0;
            EventCursor e = trace.events().cursor(0, trace.events().size());
            while (e.next()) {
                assertTrue(e.time() >= last, "row " + e.row());
                last = e.time();
            }
            assertTrue(trace.durationNs() < 1_000_000_000, trace.durationNs() + " ns");
            assertFalse(trace.report().complete());
        }
    }

    @Test
    void countsBeyondTheFileAreLossesOfTheirOwnSize() throws IOException {
        try (Trace trace = read("counts")) {
            assertEquals(1, trace.goroutines().indexOf(2));
            assertEquals("main.main", trace.stacks().frames(find(trace, EventType.GO_CREATE).stack()).getFirst()
                    .function());
            assertFalse(trace.report().complete());
            assertTrue(trace.report().lostBytes() < trace.bytes() / 2, trace.report()::toString);
            assertTrue(trace.report().losses().stream().anyMatch(l -> l.cause().contains("bytes of a string")),
                    trace.report()::toString);
        }
    }

    @Test
    void bytesThatAreNoTextAreReplaced() throws IOException {
        try (Trace trace = read("texts")) {
            EventCursor log = find(trace, EventType.USER_LOG);
            String category = trace.strings().get((int) log.b());
            assertTrue(category.contains("\uFFFD"), category);
            assertTrue(category.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000), "half a character");
        }
    }

    private static String told(Trace trace) {
        return String.join("\n", trace.report().notices());
    }

    private static EventCursor find(Trace trace, EventType type) {
        EventCursor e = trace.events().cursor(0, trace.events().size());
        while (e.next()) {
            if (e.type() == type) {
                return e;
            }
        }
        throw new AssertionError("no " + type);
    }

    private static Trace read(String name) throws IOException {
        return TraceReader.read(FOLDER.resolve(name + ".trace"), Progress.NONE);
    }

    /// Writes the traces from their texts; run in the folder of the module.
    public static void main(String[] args) throws IOException {
        try (Stream<Path> texts = Files.list(FOLDER)) {
            for (Path text : texts.filter(t -> t.toString().endsWith(".txt")).toList()) {
                Path trace = text.resolveSibling(text.getFileName().toString().replace(".txt", ".trace"));
                Files.write(trace, TraceText.bytes(Files.readString(text)));
            }
        }
    }
}
