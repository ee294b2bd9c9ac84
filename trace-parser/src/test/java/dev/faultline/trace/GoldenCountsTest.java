package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The reader finds exactly the events that Go's own reader finds.
class GoldenCountsTest {
    static List<Path> traces() {
        return Samples.v2();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void countsAgree(Path file) throws IOException {
        try (Trace trace = TraceReader.read(file, Progress.NONE)) {
            assertEquals(Samples.golden(file, "generations") - 1, trace.generations().size());
            assertEquals(Samples.golden(file, "events"), referenceEvents(trace));
            assertEquals(Samples.golden(file, "threads"), trace.threads().size());
            assertEquals(Samples.golden(file, "duration_ns"), trace.durationNs(), 1.0);
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void nothingIsForcedOrLost(Path file) throws IOException {
        try (Trace trace = TraceReader.read(file, Progress.NONE)) {
            assertTrue(trace.report().complete());
            assertEquals(List.of(), trace.report().notices());
            assertEquals(List.of(), trace.report().losses());
            assertEquals(0, trace.report().forced());
            assertEquals(0, trace.report().skipped());
        }
    }

    /// Go's reader makes three events of a coroutine switch, adds a steal where a C thread leaves with a P, and puts a
    /// sync event before each generation and at the end.
    private static long referenceEvents(Trace trace) {
        long events = trace.events().size() + trace.generations().size() + 1L;
        EventCursor e = trace.events().cursor(0, trace.events().size());
        while (e.next()) {
            events += switch (e.type()) {
                case GO_SWITCH, GO_SWITCH_DESTROY -> 2;
                case GO_DESTROY_SYSCALL -> e.proc() >= 0 ? 1 : 0;
                default -> 0;
            };
        }
        return events;
    }
}
