package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// All bytes of a trace can be read, but its events do not fit each other. Go's reader refuses such a trace; here it is
/// shown, told to be wrong, and all of the time is dark.
class ContradictionTest {
    private static final String HEAD = """
            go 1.26
            batch 1 100 0
            ProcStatus 1 0 1
            GoStatus 1 1 100 2
            """;
    private static final String TAIL = """
            strings 1
            sync 1 0 15625000
            end
            """;

    @Test
    void whatFitsIsComplete() {
        try (Trace trace = TraceText.read(HEAD + "GoCreate 5 2 0 0\n" + TAIL)) {
            assertTrue(trace.report().complete());
            assertFalse(trace.report().contradictory());
        }
    }

    @Test
    void aGoroutineThatIsCreatedTwice() {
        try (Trace trace = TraceText.read(HEAD + "GoCreate 5 2 0 0\nGoCreate 1000 2 0 0\n" + TAIL)) {
            assertEquals(4, trace.events().size());
            assertFalse(trace.report().complete());
            assertTrue(trace.report().contradictory());
            assertEquals("1 event does not fit the others", trace.report().losses().getFirst().cause());
            assertEquals(trace.durationNs(), trace.report().losses().getFirst().toNs());
            assertTrue(trace.report().likelyCause().contains("tracer"), trace.report()::likelyCause);
        }
    }
}
