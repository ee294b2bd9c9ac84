package dev.faultline.app.fuzz;

import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads made-up traces. The first byte of the input chooses the format's version, the others follow the header: so all
/// that is tried gets past it.
final class FuzzedReading {
    private static final int HEADER = 16;
    /// Rows that one byte of a file can make, and what no file exceeds: a status for what an event names, and an end.
    private static final int ROWS_PER_BYTE = 3;

    private FuzzedReading() {
    }

    /// Reads `input` as a trace of one of these versions.
    ///
    /// @throws AssertionError when what comes out cannot be true
    static void read(byte[] input, int... minors) {
        if (input.length == 0) {
            return;
        }
        byte[] file = Arrays.copyOf(header(minors[(input[0] & 0xff) % minors.length]), HEADER + input.length - 1);
        System.arraycopy(input, 1, file, HEADER, input.length - 1);
        try (Trace trace = TraceReader.read(source(file), Progress.NONE, RowListener.NONE)) {
            check(trace);
        } catch (IOException e) {
            throw new AssertionError("a trace with a header was refused", e);
        }
    }

    private static byte[] header(int minor) {
        return ("go 1." + minor + " trace").getBytes(StandardCharsets.US_ASCII);
    }

    private static TraceSource source(byte[] file) {
        Arena arena = Arena.ofShared();
        MemorySegment bytes = arena.allocate(file.length).copyFrom(MemorySegment.ofArray(file));
        return new TraceSource("fuzzed", bytes, List.of(), true, arena::close);
    }

    private static void check(Trace trace) {
        holds(trace.durationNs() >= 0, "a negative duration");
        holds(trace.events().size() <= ROWS_PER_BYTE * trace.bytes(), "more rows than the bytes can tell");
        holds(trace.report().lostBytes() >= 0 && trace.report().lostBytes() <= trace.bytes(),
                "more bytes lost than there are");
        EventCursor e = trace.events().cursor(0, trace.events().size());
        while (e.next()) {
            holds(e.time() >= 0, "a time before the trace");
            holds(e.goroutine() < trace.goroutines().size(), "a goroutine out of range");
            holds(e.thread() < trace.threads().size(), "a thread out of range");
            trace.stacks().frames(e.stack());
        }
    }

    private static void holds(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
