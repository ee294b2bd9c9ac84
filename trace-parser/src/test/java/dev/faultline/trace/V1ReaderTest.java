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

/// Traces of the old format come out as today's Go converts them.
class V1ReaderTest {
    static List<Path> traces() {
        return Samples.v1();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void agreesWithTheReference(Path file) throws IOException {
        try (Trace trace = TraceReader.read(file, Progress.NONE)) {
            // the reference puts a sync event before and behind all, and moves equal times apart
            assertEquals(Samples.golden(file, "events") - 2, trace.events().size());
            assertEquals(Samples.golden(file, "goroutine_count"), trace.goroutines().size());
            assertEquals(Samples.golden(file, "threads"), trace.threads().size());
            assertEquals(Samples.golden(file, "duration_ns"), trace.durationNs(), 2.0);
            assertTrue(trace.report().complete());
            assertEquals(List.of(), trace.report().notices());
            assertEquals(0, trace.report().forced() + trace.report().skipped());
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void timesNeverRunBackwards(Path file) throws IOException {
        try (Trace trace = TraceReader.read(file, Progress.NONE)) {
            long[] goroutines = new long[trace.goroutines().size()];
            long[] threads = new long[trace.threads().size()];
            EventCursor e = trace.events().cursor(0, trace.events().size());
            while (e.next()) {
                if (e.goroutine() >= 0) {
                    assertTrue(e.time() >= goroutines[e.goroutine()], "row " + e.row());
                    goroutines[e.goroutine()] = e.time();
                }
                if (e.thread() >= 0) {
                    assertTrue(e.time() >= threads[e.thread()], "row " + e.row());
                    threads[e.thread()] = e.time();
                }
            }
        }
    }
}
