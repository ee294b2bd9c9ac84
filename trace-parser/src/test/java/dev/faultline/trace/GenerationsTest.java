package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.event.Frame;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What belongs to a generation, and what to the trace.
class GenerationsTest {
    private static final String TWO = """
            go 1.26
            sync 1 0 15625000
            batch 1 1 0
            ProcStatus 1 0 1
            GoStatus 1 1 1 2
            GoBlock 1 2 5
            stacks 1
            5 4096,1,2,10 8192,3,2,20
            strings 1
            1 main.leaf
            2 /src/main.go
            3 main.main
            end
            sync 2 100 15625000
            batch 2 1 100
            ProcStatus 1 0 1
            GoStatus 1 1 none 4
            GoUnblock 1 1 1 0
            GoStart 1 1 2
            GoBlock 1 1 7
            stacks 2
            7 4096,3,1,10 8192,2,1,20
            strings 2
            1 /src/main.go
            2 main.main
            3 main.leaf
            end
            """;

    @Test
    void textsAndStacksAreTheSameInAllGenerations() {
        try (Trace trace = TraceText.read(TWO)) {
            int row = 2;
            int again = 7;
            assertEquals("GoBlock", trace.events().type(row).goName());
            assertEquals("GoBlock", trace.events().type(again).goName());
            assertNotEquals(0, trace.events().stack(row));
            assertEquals(trace.events().stack(row), trace.events().stack(again));
            assertEquals(trace.events().a(row), trace.events().a(again));
            assertEquals("/src/main.go", trace.strings().get((int) trace.events().a(row)));
            assertEquals(
                    List.of(new Frame("main.leaf", "/src/main.go", 10, 4096),
                            new Frame("main.main", "/src/main.go", 20, 8192)),
                    trace.stacks().frames(trace.events().stack(row)));
            assertEquals(4, trace.strings().size());
            assertEquals(2, trace.stacks().frameCount());
            assertEquals(trace.strings().find("main.main"), trace.stacks().function(1));
            assertEquals(-1, trace.strings().find("main.other"));
        }
    }

    @Test
    void unknownIdsAreNothingAndCounted() {
        try (Trace trace = TraceText.read("""
                go 1.26
                sync 1 0 15625000
                batch 1 1 0
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                GoBlock 1 77 18446744073709551615
                strings 1
                1 one
                1 two
                9000000000 far
                end
                """)) {
            assertEquals(0, trace.events().a(2));
            assertEquals(0, trace.events().stack(2));
            assertTrue(trace.strings().find("one") > 0);
            assertTrue(trace.strings().find("far") > 0);
            assertEquals(2, trace.report().notices().size(), trace.report().notices()::toString);
        }
    }

    @Test
    void emptyGenerationsAreLegal() {
        try (Trace trace = TraceText.read("""
                go 1.26
                sync 1 0 15625000
                end
                sync 2 50 15625000
                batch 2 1 100
                ProcStatus 1 0 1
                end
                sync 3 200 15625000
                batch 3 1 300
                end
                """)) {
            assertEquals(List.of(0, 0, 1), trace.generations().stream().map(Generation::fromRow).toList());
            assertEquals(List.of(0, 1, 1), trace.generations().stream().map(Generation::toRow).toList());
            assertEquals(101 * 64, trace.events().time(0));
            assertTrue(trace.report().complete());
        }
    }

    @Test
    void numbersMayJump() {
        try (Trace trace = TraceText.read(TWO.replace(" 2 100", " 9 100").replace("stacks 2", "stacks 9")
                .replace("strings 2", "strings 9").replace("batch 2", "batch 9"))) {
            assertEquals(List.of(1L, 9L), trace.generations().stream().map(Generation::number).toList());
            assertEquals(8, trace.events().size());
        }
    }

    @Test
    void goroutinesAndThreadsKeepTheirIndices() {
        try (Trace trace = TraceText.read("""
                go 1.26
                sync 1 0 15625000
                batch 1 10 0
                GoCreateSyscall 1 500
                GoDestroySyscall 1
                end
                sync 2 0 15625000
                batch 2 20 10
                GoCreateSyscall 1 18446744073709551615
                batch 2 10 10
                GoCreateSyscall 9 500
                end
                """)) {
            assertEquals(500, trace.goroutines().id(0));
            assertEquals(-1, trace.goroutines().id(1));
            assertEquals(List.of("10 - - GoCreateSyscall 500", "10 - 500 GoDestroySyscall 500",
                    "20 - - GoCreateSyscall -1", "10 - - GoCreateSyscall 500"), RowText.of(trace));
            assertEquals(2, trace.threads().size());
            assertEquals(0, trace.threads().indexOf(10));
            assertEquals(-1, trace.threads().indexOf(11));
        }
    }

    @Test
    void theClockTellsNanoseconds() {
        try (Trace trace = TraceText.read("""
                go 1.26
                sync 1 1000 3000000
                batch 1 1 1003
                ProcStatus 3 0 1
                HeapAlloc 1 5
                end
                """)) {
            assertEquals(2000, trace.events().time(0));
            assertEquals(2333, trace.events().time(1));
        }
    }

    @Test
    void wallClockFollowsTheSnapshot() throws IOException {
        try (Trace trace = TraceReader.read(Samples.of("go1.27", "blocking-rate"), Progress.NONE)) {
            Instant first = trace.generations().get(0).wallClock();
            Instant second = trace.generations().get(1).wallClock();
            assertTrue(first != null && first.isAfter(Instant.parse("2026-01-01T00:00:00Z")));
            long apart = trace.generations().get(1).startNs() - trace.generations().get(0).startNs();
            assertEquals(apart, Duration.between(first, second).toNanos(), 1_000_000.0);
        }
        try (Trace trace = TraceReader.read(Samples.of("go1.24", "blocking-rate"), Progress.NONE)) {
            assertNull(trace.generations().getFirst().wallClock());
        }
    }
}
