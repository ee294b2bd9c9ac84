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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What differs between Go 1.5, 1.7, 1.8, 1.9, 1.10 and 1.11, on small traces that are made from text ([V1Text]). The
/// texts and the traces lie in `src/test/resources/traces/v1`; the model's tests read the traces, too.
class V1VersionsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "traces", "v1");

    /// [#main] writes the traces again.
    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.7", "1.8", "1.9", "1.10", "1.11"})
    void tracesAreWhatTheirTextsSay(String version) throws IOException {
        assertArrayEquals(V1Text.bytes(text(version)), Files.readAllBytes(file(version)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.7", "1.8", "1.9", "1.10", "1.11"})
    void nothingIsMissing(String version) throws IOException {
        try (Trace trace = read(version)) {
            assertEquals(List.of(), trace.report().losses());
            assertEquals(0, trace.report().forced() + trace.report().skipped());
            assertTrue(trace.report().complete());
        }
    }

    @Test
    void numbersOrderBeforeGo17() throws IOException {
        try (Trace trace = read("1.5")) {
            assertEquals(List.of( //
                    "15 - - - GoStatus 2", "20 7 - - ProcStatus 0", "30 7 0 - GoStatus 1", //
                    "100 7 0 1 GoCreate 3", "50 8 - - ProcStatus 1", "100 8 1 - GoStart 3", // its clock is behind
                    "150 7 0 1 GoBlock 1", "250 8 1 3 GoUnblock 2", "300 7 0 - GoStart 2", "310 7 0 2 GoBlock 2",
                    "350 8 1 3 GoSyscallBegin 3", "370 8 1 - ProcStop 1", //
                    "450 8 - 3 GoSyscallEndBlocked 3", // written at 500
                    "510 7 0 - GoStart 3", "600 7 0 3 GoSyscallBegin 3", //
                    "650 9 - - ProcStart 1", "700 7 - 3 GoSyscallEndBlocked 3", "710 9 1 - GoStart 3",
                    "720 9 1 3 GCBegin -", "750 9 1 3 GCEnd -", "800 9 1 3 GoDestroy 3", "900 7 0 - ProcStop 0"),
                    rows(trace));
            assertEquals(1, trace.report().notices().size());
            assertTrue(trace.report().notices().getFirst().startsWith("1 event carries a time earlier than"),
                    trace.report().notices()::getFirst);
        }
    }

    @Test
    void framesShowAddressesBeforeGo17() throws IOException {
        try (Trace trace = read("1.5")) {
            assertEquals(List.of("0x1235", "0x5678"), functions(trace, EventType.GO_CREATE));
            assertEquals(List.of("0x1234"), functions(trace, EventType.GO_BLOCK));
            EventCursor e = first(trace, EventType.GO_CREATE);
            assertEquals("0x401400", trace.stacks().frames((int) e.a()).getFirst().function(), "entry");
        }
    }

    @Test
    void goroutinesOrderSinceGo17() throws IOException {
        try (Trace trace = read("1.7")) {
            assertEquals(List.of( //
                    "15 - - - GoStatus 2", "20 7 - - ProcStatus 0", "30 7 0 - GoStatus 1", "50 8 - - ProcStatus 1",
                    "100 7 0 1 GoCreate 3", "100 8 1 - GoStart 3", // its clock is behind
                    "150 7 0 1 GoBlock 1", "250 8 1 3 GoUnblock 2", "260 8 1 3 GoUnblock 1", "300 7 0 - GoStart 2",
                    "400 8 1 3 GCBegin -", "410 7 0 2 STWBegin -", "450 7 0 2 STWEnd -", "460 8 1 3 GCEnd -",
                    "500 7 0 2 GoBlock 2", "500 8 1 3 GoSyscallBegin 3", "520 8 1 - ProcStop 1",
                    "530 7 0 - GoStart 1", "600 8 - 3 GoSyscallEndBlocked 3", // written at 700
                    "650 7 0 1 GoStop 1", "710 7 0 - GoStart 3", "800 7 0 3 GoSyscallBegin 3",
                    "850 7 - 3 GoSyscallEndBlocked 3", "860 7 0 - GoStart 3", "870 7 0 3 GoUnblock 2",
                    "900 7 0 3 GoDestroy 3", "910 7 0 - ProcStop 0"), rows(trace));
            assertTrue(trace.report().notices().getFirst().startsWith("1 event carries a time earlier than"),
                    trace.report().notices()::toString);
            assertEquals(List.of("main.worker", "main.main"), functions(trace, EventType.GO_UNBLOCK));
        }
    }

    @Test
    void labelsCameWithGo18() throws IOException {
        try (Trace trace = read("1.8")) {
            assertTrue(rows(trace).containsAll(List.of("150 7 0 1 GoBlock 1", "200 7 0 - GoStart 2",
                    "200 7 0 2 GoLabel 2")), rows(trace)::toString);
            assertEquals("GC (fractional)", text(trace, first(trace, EventType.GO_LABEL).a()));
            assertEquals("GC mark assist wait for work", text(trace, first(trace, EventType.GO_BLOCK).a()));
            assertEquals(0, first(trace, EventType.GC_SWEEP_END).a(), "bytes swept, not told before Go 1.9");
        }
    }

    @Test
    void assistsCameWithGo19() throws IOException {
        try (Trace trace = read("1.9")) {
            assertTrue(rows(trace).containsAll(List.of("150 7 0 1 GCMarkAssistBegin 1", "300 7 0 1 GCMarkAssistEnd 1",
                    "600 7 0 1 GoBlock 1")), rows(trace)::toString);
            EventCursor sweep = first(trace, EventType.GC_SWEEP_END);
            assertEquals(List.of(8192L, 4096L), List.of(sweep.a(), sweep.b()));
            assertEquals("forever", text(trace, first(trace, EventType.GO_BLOCK).a()));
        }
    }

    @Test
    void pausesHaveKindsSinceGo110() throws IOException {
        try (Trace trace = read("1.10")) {
            assertTrue(rows(trace).containsAll(List.of("20 - - - GoStatus 2", "100 7 0 1 STWBegin 1",
                    "150 7 0 1 STWEnd 1", "380 - - 2 GoSyscallEndBlocked 2", "500 7 0 - GoStart 2")),
                    rows(trace)::toString);
            assertEquals("GC sweep termination", text(trace, first(trace, EventType.STW_BEGIN).a()));
        }
    }

    @Test
    void tasksCameWithGo111() throws IOException {
        try (Trace trace = read("1.11")) {
            assertTrue(rows(trace).containsAll(List.of("100 7 0 1 UserTaskBegin -", "110 7 0 1 UserTaskBegin -",
                    "200 7 0 1 UserRegionBegin 1", "400 7 0 1 UserRegionEnd 1", "450 7 0 1 UserTaskEnd -",
                    "500 7 0 1 UserTaskEnd -")), rows(trace)::toString);
            EventCursor log = first(trace, EventType.USER_LOG);
            assertEquals(List.of("payment", "paid 12 euros"), List.of(text(trace, log.b()), text(trace, log.c())));
            assertEquals("order", text(trace, first(trace, EventType.USER_TASK_BEGIN).c()));
        }
    }

    /// A number that a version does not have is damage, not an event.
    @Test
    void laterEventsAreNotRead() throws IOException {
        String text = text("1.9").replace("go 1.9", "go 1.8");
        try (Trace trace = TraceText.read(V1Text.bytes(text))) {
            assertFalse(trace.report().losses().isEmpty());
            assertTrue(rows(trace).stream().noneMatch(r -> r.contains("Assist")), rows(trace)::toString);
        }
    }

    private static String text(Trace trace, long id) {
        return trace.strings().get((int) id);
    }

    private static List<String> rows(Trace trace) {
        List<String> lines = new ArrayList<>();
        List<String> plain = RowText.of(trace);
        for (int row = 0; row < plain.size(); row++) {
            lines.add(trace.events().time(row) + " " + plain.get(row));
        }
        return lines;
    }

    private static EventCursor first(Trace trace, EventType type) {
        EventCursor e = trace.events().cursor(0, trace.events().size());
        while (e.next()) {
            if (e.type() == type) {
                return e;
            }
        }
        throw new AssertionError("no " + type);
    }

    private static List<String> functions(Trace trace, EventType type) {
        return trace.stacks().frames(first(trace, type).stack()).stream().map(Frame::function).toList();
    }

    private static Trace read(String version) throws IOException {
        return TraceReader.read(file(version), Progress.NONE);
    }

    private static Path file(String version) {
        return FOLDER.resolve(version + ".trace");
    }

    private static String text(String version) throws IOException {
        return Files.readString(FOLDER.resolve(version + ".txt"));
    }

    /// Writes the traces from their texts; run in the folder of the module.
    public static void main(String[] args) throws IOException {
        try (Stream<Path> texts = Files.list(FOLDER)) {
            for (Path text : texts.filter(t -> t.toString().endsWith(".txt")).toList()) {
                Path trace = text.resolveSibling(text.getFileName().toString().replace(".txt", ".trace"));
                Files.write(trace, V1Text.bytes(Files.readString(text)));
            }
        }
    }
}
