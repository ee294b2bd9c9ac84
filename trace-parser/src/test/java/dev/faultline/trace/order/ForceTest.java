package dev.faultline.trace.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.faultline.trace.RowText;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceText;
import org.junit.jupiter.api.Test;

/// Traces that lack events, or contradict themselves: what is there is believed and shown.
class ForceTest {
    @Test
    void aProcThatNobodyHandedOverIsTaken() {
        check(1, 0, """
                batch 1 1 0
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                batch 1 2 0
                ProcStart 9 0 7
                GoCreate 1 3 0 0
                """, """
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                2 - - ProcStart 0
                2 0 - GoCreate 3
                """);
    }

    @Test
    void goroutinesWithoutPastStartWakeAndSwitch() {
        check(3, 0, """
                batch 1 1 0
                ProcStatus 1 0 1
                GoStart 1 5 12
                GoUnblock 1 6 3 0
                GoSwitch 1 7 1
                GoStop 1 0 0
                """, """
                1 - - ProcStatus 0
                1 0 - GoStart 5
                1 0 5 GoUnblock 6
                1 0 5 GoSwitch 7
                1 0 7 GoStop 7
                """);
    }

    @Test
    void aProcIsLostThoughNobodyTookIt() {
        check(1, 0, """
                batch 1 1 0
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                GoSyscallBegin 1 1 0
                GoSyscallEndBlocked 1
                """, """
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                1 0 1 GoSyscallBegin 1
                1 - 1 GoSyscallEndBlocked 1
                """);
    }

    @Test
    void aTheftOfAnUnknownProcIsBelieved() {
        check(1, 0, """
                batch 1 1 0
                ProcSteal 1 3 4 99
                """, """
                1 - - ProcSteal 3
                """);
    }

    @Test
    void theCollectorMayEndWithoutHavingBegun() {
        check(1, 0, """
                batch 1 1 0
                ProcStatus 1 0 1
                GoStatus 1 1 1 2
                GCEnd 1 8
                GCBegin 1 9 0
                """, """
                1 - - ProcStatus 0
                1 0 - GoStatus 1
                1 0 1 GCEnd -
                1 0 1 GCBegin -
                """);
    }

    @Test
    void anEventOfNobodyIsDropped() {
        check(0, 3, """
                batch 1 1 0
                GoBlock 1 0 0
                ProcStop 1
                UserRegionBegin 1 0 0 0
                HeapAlloc 1 5
                """, """
                1 - - HeapAlloc -
                """);
    }

    @Test
    void whatIsNoStatusIsDropped() {
        check(0, 4, """
                batch 1 1 0
                ProcStatus 1 0 9
                ProcStatus 1 18446744073709551615 1
                ProcStatus 1 1048576 1
                GoStatus 1 4 none 0
                HeapGoal 1 5
                """, """
                1 - - HeapGoal -
                """);
    }

    @Test
    void aGoroutineCreatedTwiceIsCreatedTwice() {
        check(0, 0, """
                batch 1 1 0
                ProcStatus 1 0 1
                GoCreate 1 4 0 0
                GoStart 1 4 1
                GoCreate 1 4 0 0
                """, """
                1 - - ProcStatus 0
                1 0 - GoCreate 4
                1 0 - GoStart 4
                1 0 4 GoCreate 4
                """);
    }

    private static void check(long forced, long dropped, String body, String rows) {
        try (Trace trace = TraceText.read("go 1.26\nsync 1 100000 15625000\n" + body + "\nend")) {
            assertEquals(rows.strip(), String.join("\n", RowText.of(trace)));
            assertEquals(forced, trace.report().forced(), "forced");
            assertEquals(dropped, trace.report().skipped(), "dropped");
            assertFalse(trace.report().notices().isEmpty(), "what was done is said");
        }
    }
}
