package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import org.junit.jupiter.api.Test;

/// Goroutines that wait for locks which nobody was ever seen to release, beside others that may hold them.
class LockHoldersTest {
    private static final String LOCK = "sync.(*Mutex).Lock:46 < main.transfer:";
    private static final String READ = "internal/poll.(*FD).Read:170 < net.(*conn).Read:196";

    /// Two goroutines, started by one that exits, wait for locks from 100 ms on. Goroutine 20 is there for the test to use.
    private static Script locked() {
        return new Script(1_000_000).create(10, MAIN, 20, "main.other", "main.main:9").start(11, 20)
                .create(90_000, MAIN, 9, "main.start", "main.main:5").start(90_001, 9)
                .create(90_002, 9, 10, "main.transfer", "main.start:7").start(90_003, 10)
                .create(90_004, 9, 11, "main.transfer", "main.start:8").start(90_005, 11).end(90_006, 9)
                .block(100_000, 10, "sync", LOCK + 19).block(100_100, 11, "sync", LOCK + 19);
    }

    private static void isDeadlock(Script script) {
        assertEquals(Confidence.LIKELY, Asked.one("deadlock", script).confidence());
    }

    private static void isPossiblyHeld(Script script) {
        Asked.none("deadlock", script);
        Judged.of(script.build()).findings().stream().filter(f -> f.id().equals("goroutine-leak")).forEach(leak -> {
            assertEquals(Confidence.POSSIBLE, leak.confidence(), leak.summary());
            assertEquals(Severity.NOTICE, leak.severity(), leak.summary());
            assertTrue(leak.why().contains("may hold the lock"), leak.why());
        });
    }

    @Test
    void withNobodyElseAtWorkItIsADeadlock() {
        isDeadlock(locked().block(12, 20, "sleep", "time.Sleep:300 < main.other:31"));
    }

    @Test
    void whoHasWaitedForAPeerSinceBeforeMayHoldTheLock() {
        isPossiblyHeld(locked().block(99_000, 20, "network", READ + " < main.other:31"));
        isDeadlock(locked().block(101_000, 20, "network", READ + " < main.other:31"));
    }

    @Test
    void anIdleConnectionHoldsNothing() {
        isDeadlock(locked().block(99_000, 20, "network", READ + " < net/http.(*persistConn).readLoop:2300"));
    }

    @Test
    void whoHasWaitedAtAChannelSinceBeforeMayHoldTheLockInACall() {
        isPossiblyHeld(
                locked().block(99_000, 20, "chan receive", "runtime.chanrecv1:509 < main.audit:40 < main.other:31")
                        .create(12, MAIN, 21, "main.clock", "main.main:11").start(13, 21)
                        .waits(new long[]{20, 500}, 21, 0, "sleep", "time.Sleep:300 < main.clock:3"));
        isDeadlock(locked().block(99_000, 20, "chan receive", "runtime.chanrecv1:509 < main.other:31"));
    }

    @Test
    void aSystemCallSinceBeforeMayHoldTheLock() {
        isPossiblyHeld(locked().syscallBegins(99_000, 20, "syscall.Read:70 < main.other:31"));
    }

    @Test
    void whereReleasesWereSeenTheyTell() {
        Script script = locked().block(99_000, 20, "network", READ + " < main.other:31");
        script.create(20_000, MAIN, 30, "main.transfer", "main.main:21").start(20_001, 30)
                .create(20_002, MAIN, 31, "main.transfer", "main.main:21").start(20_003, 31)
                .block(20_010, 30, "sync", LOCK + 19)
                .wake(20_020, 31, 30, "sync.(*Mutex).Unlock:60 < main.transfer:25").start(20_021, 30).end(20_030, 31)
                .end(20_040, 30);
        Finding deadlock = Asked.one("deadlock", script);
        assertEquals(Confidence.LIKELY, deadlock.confidence());
    }
}
