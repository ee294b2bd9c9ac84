package dev.faultline.trace.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.RowText;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The awkward cases of ordering, each as a small trace. Rows are written as in [RowText].
class OrderingTest {
    /// Goroutine 7 starts on a thread whose clock is behind that of the thread on which it was woken.
    private static final String SKEWED = """
            batch 1 1 100
            ProcStatus 1 0 1
            GoStatus 1 1 1 2
            GoStatus 1 7 none 4
            GoUnblock 100 7 1 0
            batch 1 2 100
            ProcStatus 1 1 1
            GoStart 9 7 2
            GoDestroy 1
            """;

    @Test
    void aSkewedClockDoesNotPutAStartBeforeItsWakeUp() {
        check(SKEWED, """
                1 - - ProcStatus 0
                2 - - ProcStatus 1
                1 0 - GoStatus 1
                1 0 1 GoStatus 7
                1 0 1 GoUnblock 7
                2 1 - GoStart 7
                2 1 7 GoDestroy 7
                """);
    }

    @Test
    void timesOfOneGoroutineNeverDecrease() {
        try (Trace trace = read(SKEWED)) {
            long woken = trace.events().time(4);
            assertEquals(103 * 64, woken);
            assertEquals(woken, trace.events().time(5));
            assertEquals(woken, trace.events().time(6));
        }
    }

    /// Each start must wait for a wake-up of a thread whose clock is ahead, while a thousand others have nothing to say yet.
    @Test
    void clocksThatDisagreeAmongAThousandThreadsForceNothing() {
        int hops = 10_000;
        StringBuilder waker = new StringBuilder();
        StringBuilder woken = new StringBuilder();
        for (int i = 0; i < hops; i++) {
            if (i % 1_000 == 0) {
                waker.append("batch 1 1 %d\n".formatted(200 + 10 * i));
                woken.append("batch 1 2 %d\n".formatted(100 + 10 * i));
                waker.append(i > 0 ? "" : "ProcStatus 0 0 1\nGoStatus 0 1 1 2\nGoStatus 0 7 none 4\n");
                woken.append(i > 0 ? "" : "ProcStatus 0 1 1\n");
            }
            waker.append("GoUnblock 10 7 %d 0\n".formatted(2 * i + 1));
            woken.append("GoStart 9 7 %d\nGoBlock 1 0 0\n".formatted(2 * i + 2));
        }
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            others.append("batch 1 %d 1000000\nProcStatus 1 %d 2\n".formatted(10 + i, 10 + i));
        }
        try (Trace trace = read(waker.toString() + woken + others)) {
            assertEquals(4 + 3 * hops + 1_000, trace.events().size());
            assertEquals(0, trace.report().forced());
        }
    }

    @Test
    void aThreadWaitsForTheTheftOfItsProc() {
        check("""
                batch 1 1 0
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                GoSyscallBegin 1 1 0
                GoSyscallEndBlocked 1
                batch 1 2 0
                ProcSteal 50 0 2 1
                """, """
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                1 0 1 GoSyscallBegin 1
                2 - - ProcSteal 0
                1 - 1 GoSyscallEndBlocked 1
                """);
    }

    @Test
    void aThreadThatTakesAnotherProcWaitsForTheTheftOfItsFirst() {
        check("""
                batch 1 1 0
                ProcStatus 1 5 2
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                GoSyscallBegin 1 1 0
                ProcStart 1 5 1
                GoSyscallEndBlocked 1
                batch 1 2 0
                ProcSteal 50 0 2 1
                """, """
                1 - - ProcStatus 5
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                1 0 1 GoSyscallBegin 1
                2 - - ProcSteal 0
                1 - 1 ProcStart 5
                1 5 1 GoSyscallEndBlocked 1
                """);
    }

    @Test
    void theTheftNamesTheRobbedThread() {
        try (Trace trace = read("""
                batch 1 41 0
                ProcStatus 1 0 1
                GoStatus 1 1 41 2
                GoSyscallBegin 1 1 0
                batch 1 42 0
                ProcSteal 50 0 2 41
                """)) {
            assertEquals(41, trace.threads().id((int) trace.events().a(3)));
        }
    }

    @Test
    void aThreadMayStealItsOwnProc() {
        check("""
                batch 1 1 0
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                GoSyscallBegin 1 1 0
                ProcSteal 1 0 2 1
                ProcStart 1 0 3
                GoSyscallEndBlocked 1
                GoStart 1 1 1
                """, """
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                1 0 1 GoSyscallBegin 1
                1 0 1 ProcSteal 0
                1 - 1 ProcStart 0
                1 0 1 GoSyscallEndBlocked 1
                1 0 - GoStart 1
                """);
    }

    @Test
    void aCallbackLeavesItsProcToBeStolenLater() {
        check("""
                batch 1 1 0
                ProcStatus 1 0 2
                GoCreateSyscall 1 9
                GoSyscallEndBlocked 1
                ProcStart 1 0 1
                GoStart 1 9 1
                GoSyscallBegin 1 2 0
                GoDestroySyscall 1
                batch 1 2 0
                ProcSteal 90 0 3 1
                ProcStart 1 0 4
                """, """
                1 - - ProcStatus 0
                1 - - GoCreateSyscall 9
                1 - 9 GoSyscallEndBlocked 9
                1 - - ProcStart 0
                1 0 - GoStart 9
                1 0 9 GoSyscallBegin 9
                1 0 9 GoDestroySyscall 9
                2 - - ProcSteal 0
                2 - - ProcStart 0
                """);
    }

    @Test
    void aCallbacksThreadAndGoroutineMayComeBack() {
        check("""
                batch 1 1 0
                GoCreateSyscall 1 9
                GoDestroySyscall 1
                GoCreateSyscall 1 9
                GoDestroySyscall 1
                """, """
                1 - - GoCreateSyscall 9
                1 - 9 GoDestroySyscall 9
                1 - - GoCreateSyscall 9
                1 - 9 GoDestroySyscall 9
                """);
    }

    @Test
    void coroutinesSwitchWithoutTheScheduler() {
        check("""
                batch 1 1 0
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                GoCreateBlocked 1 2 0 0
                GoSwitch 1 2 1
                GoSwitch 1 1 1
                GoSwitch 1 2 2
                GoSwitchDestroy 1 1 2
                GoDestroy 1
                """, """
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                1 0 1 GoCreateBlocked 2
                1 0 1 GoSwitch 2
                1 0 2 GoSwitch 1
                1 0 1 GoSwitch 2
                1 0 2 GoSwitchDestroy 1
                1 0 1 GoDestroy 1
                """);
    }

    @Test
    void aStatusMaySpeakOfAnotherThread() {
        check("""
                batch 1 none 50
                GoStatus 1 3 77 3
                GoStatus 1 4 none 4
                batch 1 1 0
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                """, """
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                77 - - GoStatus 3
                - - - GoStatus 4
                """);
    }

    @Test
    void whatStandsInABatchWithoutThreadHoldsSinceTheStart() {
        try (Trace trace = read("""
                batch 1 none 5000
                GoStatus 1 4 none 4
                batch 1 1 100
                ProcStatus 10 0 1
                GoStatus 1 1 1 2
                """)) {
            assertEquals(List.of("1 - - ProcStatus 0", "1 0 - GoStatus 1", "- - - GoStatus 4"), RowText.of(trace));
            // zero is the earliest batch, which opened ten units before the first event
            assertEquals(10 * 64, trace.events().time(0));
            assertEquals(10 * 64, trace.events().time(2));
            assertEquals((5001 - 100) * 64, trace.durationNs());
        }
    }

    @Test
    void simultaneousEventsAreFine() {
        check("""
                batch 1 1 0
                ProcStatus 0 0 1
                GoStatus 0 1 1 2
                GoCreate 0 2 0 0
                GoStop 0 0 0
                GoStart 0 2 1
                """, """
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                1 0 1 GoCreate 2
                1 0 1 GoStop 1
                1 0 - GoStart 2
                """);
    }

    @Test
    void theCollectorsEventsKeepTheirOrder() {
        check("""
                batch 1 1 0
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                GCEnd 1 5
                batch 1 2 0
                ProcStatus 3 1 1
                GoStatus 1 2 2 2
                GCActive 50 4
                GCBegin 50 6 0
                """, """
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                2 - - ProcStatus 1
                2 1 - GoStatus 2
                2 1 2 GCActive -
                1 0 1 GCEnd -
                2 1 2 GCBegin -
                """);
    }

    @Test
    void samplesStandBetweenTheEvents() {
        check("""
                batch 1 1 100
                ProcStatus 10 0 1
                GoStatus 10 1 1 2
                HeapAlloc 10 4096
                samples 1
                125 1 0 1 0
                115 1 none 0 0
                500 2 0 8 0
                """, """
                1 - - ProcStatus 0
                1 - - CPUSample -
                1 0 - GoStatus 1
                1 0 1 CPUSample 1
                1 0 1 HeapAlloc -
                2 0 8 CPUSample 8
                """);
    }

    @Test
    void misusedTasksAndRegionsAreTheProgramsAffair() {
        check("""
                batch 1 1 0
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                UserRegionEnd 1 9 0 0
                UserRegionBegin 1 1 0 0
                UserRegionEnd 1 2 0 0
                UserTaskBegin 1 5 5 0 0
                UserTaskBegin 1 5 0 0 0
                UserTaskEnd 1 6 0
                """, """
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                1 0 1 UserRegionEnd 1
                1 0 1 UserRegionBegin 1
                1 0 1 UserRegionEnd 1
                1 0 1 UserTaskBegin -
                1 0 1 UserTaskBegin -
                1 0 1 UserTaskEnd -
                """);
    }

    private static Trace read(String body) {
        return TraceText.read("go 1.26\nsync 1 100000 15625000\n" + body + "\nend");
    }

    private static void check(String body, String rows) {
        try (Trace trace = read(body)) {
            assertEquals(rows.strip(), String.join("\n", RowText.of(trace)));
            assertEquals(0, trace.report().forced(), "forced");
            assertEquals(0, trace.report().skipped(), "dropped");
            assertEquals(List.of(), trace.report().notices());
            assertTrue(trace.report().complete());
            assertTrue(Arrays.stream(rows.split("\n")).count() > 1);
        }
    }
}
