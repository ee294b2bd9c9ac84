package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import org.junit.jupiter.api.Test;

/// Idle Ps, items handed over one by one, calls of C, remote calls one after the other.
class ProcessorRulesTest {
    /// A trace in which main runs for a while and then waits.
    private static Script alone(int procs, long us) {
        return new Script(1_000_000).procs(10, procs, "").block(us, MAIN, "chan receive", "main.main:9")
                .life(new long[]{us + 1, us + 2}, 2, "main.other", "main.main:4").seen(999_000, MAIN, "main.main:9");
    }

    @Test
    void oneGoroutineThatComputesWhileMostPsAreIdleIsSaid() {
        Finding low = Asked.one("low-parallelism", new Script(1_000_000).procs(10, 8, "")
                .region(new long[]{20, 900_000}, MAIN, 0, "fill"));
        assertEquals(Severity.NOTICE, low.severity());
        assertEquals(8, Asked.figure(low, "procs_count"));
        assertTrue(Asked.figure(low, "idle_ratio") > 0.87, low.summary());
    }

    @Test
    void itMustRunForMostOfTheTimeAndTherePsMustBeIdle() {
        Asked.none("low-parallelism", alone(8, 400_000));
        Asked.one("low-parallelism", alone(8, 400_000), "busy_ratio=0.3");
        Asked.none("low-parallelism", new Script(1_000_000).procs(10, 2, "")
                .region(new long[]{20, 900_000}, MAIN, 0, "fill"));
    }

    /// Four workers on four Ps, of which one goes on alone for a while.
    private static Script merging(long aloneUs, int working) {
        Script script = new Script(4_000_000).procs(10, 4, "");
        for (int g = 2; g < 6; g++) {
            script.create(20, MAIN, g, "main.work", "main.main:4");
        }
        script.block(30, MAIN, "chan receive", "main.main:9");
        long alone = 1_000_000;
        for (int g = 2; g < 2 + working; g++) {
            script.runs(new long[]{100, alone}, g, g).runs(new long[]{alone + aloneUs, 4_000_000}, g, g);
        }
        return script.runs(new long[]{alone, alone + aloneUs}, 2, 2);
    }

    @Test
    void onePhaseInWhichAGoroutineComputesAloneIsSaid() {
        Finding low = Asked.one("low-parallelism", merging(1_000_000, 4));
        assertEquals(Severity.NOTICE, low.severity());
        assertEquals(1_000_000_000, low.evidence().intervals().getFirst().fromNs(), 40_000_000);
        assertEquals(1_000_000_000, Asked.figure(low, "phase_ns"), 40_000_000);
        Asked.none("low-parallelism", merging(400_000, 4));
        Asked.one("low-parallelism", merging(400_000, 4), "phase_ns=300000000", "phase_ratio=0.05");
    }

    @Test
    void aPhaseMustBeOfAProgramThatElseUsesItsPs() {
        Asked.none("low-parallelism", merging(1_000_000, 2));
        Asked.one("low-parallelism", merging(1_000_000, 2), "used_ratio=0.4");
    }

    @Test
    void itemsThatAreHandedOverOneByOneAreSaid() {
        Finding items = Asked.one("channel-handover", ScriptedTraces.all().get("items-one-by-one"));
        assertEquals(11_000, Asked.figure(items, "items_count"));
        assertEquals("main.consume", items.site().function());
    }

    @Test
    void thereMustBeManyWithLittleWork() {
        Script items = ScriptedTraces.all().get("items-one-by-one");
        Asked.none("channel-handover", items, "least_count=12000");
        Asked.none("channel-handover", ScriptedTraces.all().get("items-one-by-one"), "work_ns=500");
    }

    @Test
    void callsOfCAreToldFromSystemCalls() {
        Finding calls = Asked.one("slow-cgo-call", ScriptedTraces.all().get("calls-of-c"));
        assertEquals(Severity.WARNING, calls.severity());
        assertEquals(10, Asked.figure(calls, "calls_count"));
        assertEquals(5, Asked.figure(calls, "slow_count"));
        assertTrue(calls.summary().startsWith("10 C calls at main.work"), calls.summary());
        Asked.none("slow-syscall", ScriptedTraces.all().get("calls-of-c"));
        Asked.none("slow-cgo-call", ScriptedTraces.all().get("calls-of-c"), "long_ns=40000000");
    }

    @Test
    void allLongCallsAreCounted() {
        Script script = new Script(10_000_000).create(0, MAIN, 2, "main.work", "main.main:5").start(1, 2);
        for (int i = 0; i < 250; i++) {
            script.syscall(new long[]{1000 + 30_000L * i, 22_000 + 30_000L * i}, 2,
                    "main._Cfunc_wait:48 < main.work:30");
        }
        assertEquals(250, Asked.figure(Asked.one("slow-cgo-call", script), "slow_count"));
    }

    @Test
    void callsOneAfterTheOtherAreANotice() {
        Finding serial = Asked.one("serial-calls", ScriptedTraces.all().get("calls-one-after-the-other"));
        assertEquals(Severity.NOTICE, serial.severity());
        assertEquals(3, Asked.figure(serial, "calls_count"));
        assertEquals(39_800_000, Asked.figure(serial, "saved_ns"), 1);
        Asked.none("serial-calls", ScriptedTraces.all().get("calls-one-after-the-other"), "calls_count=4");
        Asked.none("serial-calls", ScriptedTraces.all().get("calls-one-after-the-other"), "runs_count=5");
        Asked.none("serial-calls", ScriptedTraces.all().get("calls-one-after-the-other"), "call_ns=20000000");
    }

    @Test
    void pollingIsSaid() {
        Finding polling = Asked.one("busy-loop", ScriptedTraces.polling(600, 300));
        assertEquals(600, Asked.figure(polling, "times_count"), 1);
        Asked.none("busy-loop", ScriptedTraces.polling(400, 300));
        Asked.one("busy-loop", ScriptedTraces.polling(400, 300), "least_count=300");
        Asked.none("busy-loop", ScriptedTraces.polling(600, 600));
    }

    @Test
    void yieldingInALoopIsSaid() {
        Script script = new Script(100_000).create(0, MAIN, 2, "main.spin", "main.main:5").start(1, 2);
        for (int i = 0; i < 2000; i++) {
            script.yield(10 + 40L * i, 2, "runtime.Gosched:380 < main.spin:9").start(11 + 40L * i, 2);
        }
        Finding spins = Asked.one("busy-loop", script);
        assertEquals(2000, Asked.figure(spins, "times_count"));
        assertEquals("main.spin", spins.site().function());
        Asked.none("busy-loop", script, "yields_count=3000");
    }

    @Test
    void manyBlockedThreadsAreSaid() {
        assertEquals(20, Asked.figure(Asked.one("thread-growth", ScriptedTraces.threads(20)), "threads_count"));
        Asked.none("thread-growth", ScriptedTraces.threads(15));
        Asked.none("thread-growth", ScriptedTraces.threads(20), "long_ns=20000000");
    }
}
