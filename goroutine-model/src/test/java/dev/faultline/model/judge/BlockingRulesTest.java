package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import org.junit.jupiter.api.Test;

/// Locks, herds, phases of blocking, system calls, the network, slow tasks.
class BlockingRulesTest {
    private static final String LOCK = "sync.(*Mutex).Lock:81 < main.count:12";

    private static Script workers(long durationUs, int count) {
        Script script = new Script(durationUs);
        for (int g = 10; g < 10 + count; g++) {
            script.create(0, MAIN, g, "main.work", "main.main:5").start(1, g);
        }
        return script;
    }

    /// Waits of each of some goroutines, one after the other, at the same place.
    private static Script waiting(int goroutines, int times, long eachUs, String where) {
        Script script = workers(100_000, goroutines);
        for (int g = 10; g < 10 + goroutines; g++) {
            for (int i = 0; i < times; i++) {
                long at = 100 + i * (eachUs + 10);
                script.waits(new long[]{at, at + eachUs}, g, MAIN, "sync", where);
            }
        }
        return script;
    }

    @Test
    void aQueueForALockIsContention() {
        Finding contention = Asked.one("lock-contention", waiting(4, 10, 4000, LOCK));
        assertEquals(40, Asked.figure(contention, "waits_count"));
        assertEquals(1.6, Asked.figure(contention, "mean_waiters_count"), 1e-9);
        assertEquals(4, Asked.figure(contention, "most_waiters_count"));
        assertEquals("main.count", contention.site().function());
    }

    @Test
    void waitingForAGroupOfGoroutinesIsNot() {
        Asked.none("lock-contention", waiting(4, 10, 4000, "sync.(*WaitGroup).Wait:120 < main.all:12"));
    }

    @Test
    void contentionNeedsAQueue() {
        Asked.none("lock-contention", waiting(4, 10, 2400, LOCK));
        Asked.one("lock-contention", waiting(4, 10, 2400, LOCK), "mean_waiters_count=0.9");
        assertEquals(Severity.CRITICAL,
                Asked.one("lock-contention", waiting(4, 10, 4000, LOCK), "critical_waiters_count=1.5").severity());
    }

    /// A queue for a lock that lasts for 200 ms.
    private static Script burst(int waiters) {
        Script script = workers(10_000_000, waiters);
        for (int g = 10; g < 10 + waiters; g++) {
            for (long at = 4_000_000; at < 4_200_000; at += 20_000) {
                script.waits(new long[]{at, at + 19_000}, g, MAIN, "sync", LOCK);
            }
        }
        return script;
    }

    @Test
    void aShortBurstInALongTraceIsSaidWithItsTime() {
        Finding contention = Asked.one("lock-contention", burst(6));
        assertEquals(Severity.NOTICE, contention.severity());
        assertTrue(contention.summary().contains("From 4.0"), contention.summary());
        assertEquals(5.7, Asked.figure(contention, "burst_waiters_count"), 0.01);
        Asked.none("lock-contention", burst(4));
        Asked.one("lock-contention", burst(4), "burst_waiters_count=3");
    }

    /// Goroutines that have waited once for a while, and wait again when the trace ends.
    private static Script unended(long us) {
        Script script = workers(100_000, 20);
        for (int g = 10; g < 30; g++) {
            script.waits(new long[]{1000, 1000 + us}, g, MAIN, "sync", LOCK).block(50_000, g, "sync", LOCK);
        }
        return script;
    }

    @Test
    void waitsThatHaveNotEndedCount() {
        Finding contention = Asked.one("lock-contention", unended(10_000));
        assertEquals(40, Asked.figure(contention, "waits_count"));
        assertEquals(1.2e9, Asked.figure(contention, "waited_ns"), 1);
    }

    @Test
    void waitsThatAreStuckAreNoContention() {
        Asked.none("lock-contention", unended(4000));
    }

    /// Goroutines that one wakes all at once, a few times, and that wait again at once.
    private static Script herd(int size, int times, long workUs) {
        String place = "sync.(*Cond).Wait:70 < main.consume:30";
        Script script = workers(200_000, size);
        for (int g = 10; g < 10 + size; g++) {
            script.block(100 + g, g, "sync.(*Cond).Wait", place);
            for (int i = 1; i <= times; i++) {
                script.wake(i * 10_000L + g - 10, MAIN, g, "sync.(*Cond).Broadcast:90 < main.produce:40")
                        .start(i * 10_000L + 500, g)
                        .block(i * 10_000L + 500 + workUs, g, "sync.(*Cond).Wait", place);
            }
        }
        return script;
    }

    @Test
    void aHerdThatFindsNothingToDoIsSaid() {
        Finding herd = Asked.one("thundering-herd", herd(30, 3, 5));
        assertEquals(3, Asked.figure(herd, "bursts_count"));
        assertEquals(1, Asked.figure(herd, "futile_ratio"), 0.01);
        assertEquals("main.produce", herd.site().function());
    }

    @Test
    void aHerdThatWorksIsNot() {
        Asked.none("thundering-herd", herd(30, 3, 2000));
    }

    @Test
    void membersThatRunFarLongerThanALookHaveWorked() {
        Asked.one("thundering-herd", herd(30, 3, 9));
        Asked.none("thundering-herd", herd(30, 3, 30));
    }

    /// A look takes a microsecond here; most of the members run for nine.
    @Test
    void membersAreComparedWithinTheirBurst() {
        String place = "sync.(*Cond).Wait:70 < main.consume:30";
        Script script = workers(200_000, 30);
        for (int g = 10; g < 40; g++) {
            script.block(100 + g, g, "sync.(*Cond).Wait", place);
            for (int i = 1; i <= 3; i++) {
                script.wake(i * 10_000L + g - 10, MAIN, g, "sync.(*Cond).Broadcast:90 < main.produce:40")
                        .start(i * 10_000L + 500, g)
                        .block(i * 10_000L + 500 + (g < 25 ? 1 : 9), g, "sync.(*Cond).Wait", place);
            }
        }
        Asked.none("thundering-herd", script);
    }

    /// One goroutine hands items to many that wait for them at a channel, or closes it.
    private static Script handedOut(String how) {
        String place = "runtime.chanrecv1:70 < main.consume:30";
        Script script = workers(200_000, 30);
        for (int g = 10; g < 40; g++) {
            script.block(100 + g, g, "chan receive", place);
            for (int i = 1; i <= 3; i++) {
                script.wake(i * 10_000L + g - 10, MAIN, g, how + ":90 < main.produce:40").start(i * 10_000L + 500, g)
                        .block(i * 10_000L + 505, g, "chan receive", place);
            }
        }
        return script;
    }

    @Test
    void whoReceivesAnItemHasSomethingToDo() {
        Asked.none("thundering-herd", handedOut("runtime.chansend1"));
        Asked.one("thundering-herd", handedOut("runtime.closechan"));
    }

    @Test
    void whoMakesASystemCallHasWorked() {
        Script script = herd(30, 3, 5);
        for (int g = 10; g < 40; g++) {
            for (int i = 1; i <= 3; i++) {
                script.syscall(new long[]{i * 10_000L + 502, i * 10_000L + 503}, g,
                        "syscall.write:9 < main.consume:31");
            }
        }
        Asked.none("thundering-herd", script);
    }

    @Test
    void aHerdNeedsItsSizeAndItsTimes() {
        Asked.none("thundering-herd", herd(19, 3, 5));
        Asked.one("thundering-herd", herd(20, 3, 5));
        Asked.none("thundering-herd", herd(30, 2, 5));
        Asked.one("thundering-herd", herd(30, 2, 5), "times_count=2");
    }

    private static Script phase(int windows, long blockedUs, String reason) {
        return phase(200_000, windows, blockedUs, reason);
    }

    /// Workers of a trace of 600 ms, whose windows are 10 ms each, that are blocked for a part of each millisecond of a
    /// phase. Main runs all the time.
    private static Script phase(long fromUs, int windows, long blockedUs, String reason) {
        Script script = workers(600_000, 4);
        for (int g = 10; g < 14; g++) {
            for (long at = fromUs; at < fromUs + windows * 10_000L; at += 1000) {
                script.waits(new long[]{at, at + blockedUs}, g, MAIN, reason, "main.ask:50");
            }
        }
        return script;
    }

    @Test
    void aPhaseOfBlockingIsSaid() {
        Finding phase = Asked.one("blocking-rate", phase(10, 900, "chan receive"));
        assertEquals(4 * 0.9 / 5, Asked.figure(phase, "most_ratio"), 0.01);
        assertEquals(100_000_000, Asked.figure(phase, "phase_ns"), 1_000_000);
        assertEquals("main.ask", phase.site().function());
    }

    @Test
    void itsWindowsSlide() {
        Finding phase = Asked.one("blocking-rate", phase(205_000, 3, 900, "chan receive"));
        assertEquals(205_000_000, phase.evidence().intervals().getFirst().fromNs(), 1_000_000);
        assertEquals(30_000_000, Asked.figure(phase, "phase_ns"), 1_000_000);
        Asked.none("blocking-rate", phase(205_000, 2, 900, "chan receive"));
    }

    @Test
    void aPhaseOfWaitingForTheNetworkIsNot() {
        Asked.none("blocking-rate", phase(10, 900, "network"));
    }

    @Test
    void aPhaseMustLastAndStandOut() {
        Asked.none("blocking-rate", phase(2, 900, "chan receive"));
        Asked.one("blocking-rate", phase(2, 900, "chan receive"), "windows_count=2");
        Asked.none("blocking-rate", phase(20, 250, "chan receive"));
        Asked.one("blocking-rate", phase(20, 250, "chan receive"), "above_quiet_ratio=0.2");
    }

    /// Workers that wait for their next item all the time, and get many in a phase.
    @Test
    void waitingForTheNextItemIsIdleTime() {
        Script script = workers(600_000, 4);
        for (int g = 10; g < 14; g++) {
            script.waits(new long[]{100, 200_000}, g, MAIN, "chan receive", "main.ask:50");
            for (long at = 200_010; at < 300_000; at += 1000) {
                script.waits(new long[]{at, at + 900}, g, MAIN, "chan receive", "main.ask:50");
            }
            script.waits(new long[]{300_100, 599_000}, g, MAIN, "chan receive", "main.ask:50");
        }
        Asked.none("blocking-rate", script);
    }

    private static Script calls(int threads, long us, String where) {
        Script script = workers(200_000, threads);
        for (int g = 10; g < 10 + threads; g++) {
            script.syscall(new long[]{1000, 1000 + us}, g, where);
        }
        return script;
    }

    @Test
    void longSystemCallsAreSaid() {
        Finding slow = Asked.one("slow-syscall", calls(2, 50_000, "syscall.Syscall:9 < main.read:60"));
        assertEquals(2, Asked.figure(slow, "threads_count"));
        assertEquals(50_000_000, Asked.figure(slow, "longest_ns"));
        assertEquals(Severity.NOTICE, slow.severity());
    }

    @Test
    void callsOfTheStandardLibraryItselfAreNot() {
        Asked.none("slow-syscall", calls(2, 50_000, "syscall.Syscall:9 < os/signal.loop:20"));
    }

    @Test
    void aSystemCallIsLongFromItsThresholdOn() {
        String where = "syscall.Syscall:9 < main.read:60";
        Asked.none("slow-syscall", calls(2, 19_999, where));
        Asked.one("slow-syscall", calls(2, 19_999, where), "long_ns=19000000");
        assertEquals(Severity.WARNING, Asked.one("slow-syscall", calls(4, 50_000, where)).severity());
    }

    private static Script request(long us, String reason) {
        return new Script(100_000).create(0, MAIN, 10, "main.work", "main.main:5").start(1, 10)
                .task(new long[]{100, 90_000}, 10, 7, "request").block(200, 10, reason, "main.fetch:70")
                .wake(200 + us, 0, 10, "").start(200 + us, 10);
    }

    @Test
    void aTaskThatWaitsForTheNetworkIsSaid() {
        Finding network = Asked.one("network-wait", request(60_000, "network"));
        assertEquals(0.6, Asked.figure(network, "network_ratio"), 0.001);
        assertEquals(Severity.NOTICE, network.severity());
    }

    @Test
    void aTaskThatSleepsIsNot() {
        Asked.none("network-wait", request(60_000, "sleep"));
    }

    @Test
    void theNetworkMustTakeItsShare() {
        Asked.none("network-wait", request(49_000, "network"));
        Asked.one("network-wait", request(49_000, "network"), "network_ratio=0.48");
    }

    /// Tasks of a millisecond, and one that takes longer.
    private static Script tasks(int usual, long slowUs) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < usual; i++) {
            script.task(new long[]{1000 + i * 2000L, 2000 + i * 2000L}, MAIN, 10 + i, "request");
        }
        return script.task(new long[]{500_000, 500_000 + slowUs}, MAIN, 9, "request");
    }

    @Test
    void aTaskFarAboveItsKindIsSlow() {
        Finding slow = Asked.one("slow-task", tasks(30, 50_000));
        assertEquals(1, Asked.figure(slow, "slow_count"));
        assertEquals(1_000_000, Asked.figure(slow, "median_ns"));
        assertEquals(49_000_000, Asked.figure(slow, "over_ns"));
    }

    @Test
    void aTaskNearItsKindIsNot() {
        Asked.none("slow-task", tasks(30, 5_000));
        Asked.one("slow-task", tasks(30, 5_001));
    }

    @Test
    void aKindMustBeKnown() {
        Asked.none("slow-task", tasks(18, 50_000));
        Asked.one("slow-task", tasks(19, 50_000));
        assertEquals(Severity.NOTICE, Asked.one("slow-task", tasks(30, 99_000)).severity());
        assertEquals(Severity.WARNING, Asked.one("slow-task", tasks(30, 100_000)).severity());
    }
}
