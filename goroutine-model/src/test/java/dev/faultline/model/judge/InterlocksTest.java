package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import org.junit.jupiter.api.Test;

/// Two loops from before the trace that may have taken two locks in opposite order.
class InterlocksTest {
    private static final String WRITE = "main.write:19 < main.writer:36";
    private static final String REBUILD = "main.rebuild:27 < main.builder:42";
    private static final String LOCK = "sync.(*Mutex).Lock:46 < ";

    /// A loop comes out of its sleep, is in a function for a while, and waits for a lock there.
    private static Script locks(Script script, int g, long[] fromTo, String function, String loop) {
        return script.old(g, "time.Sleep:300 < " + loop).wake(fromTo[0], 0, g, "").start(fromTo[0] + 1, g)
                .waits(new long[]{fromTo[0] + 10, fromTo[0] + 20}, g, 0, "sleep", "time.Sleep:300 < " + function)
                .block(fromTo[1], g, "sync", LOCK + function);
    }

    private static Script both(long secondComes) {
        Script script = new Script(1_000_000);
        locks(script, 10, new long[]{100_000, 103_000}, WRITE, "main.writer:35");
        return locks(script, 11, new long[]{secondComes, secondComes + 3000}, REBUILD, "main.builder:41");
    }

    @Test
    void eachMayHoldWhatTheOtherWaitsFor() {
        Finding deadlock = Asked.one("deadlock", both(101_000));
        assertEquals(Confidence.POSSIBLE, deadlock.confidence());
        assertEquals(Severity.NOTICE, deadlock.severity());
        assertEquals(2, Asked.figure(deadlock, "goroutines_count"));
        assertTrue(deadlock.summary().contains("may hold"), deadlock.summary());
    }

    @Test
    void whoComesLaterDoesNotHoldWhatTheFirstWaitsFor() {
        Asked.none("deadlock", both(104_000));
    }

    @Test
    void theyMustWaitForAShareOfTheTrace() {
        Asked.none("deadlock", both(101_000), "share_ratio=0.9");
    }

    @Test
    void whereTheLockWasReleasedBeforeItsReleasesTell() {
        Script script = both(101_000).old(12, "time.Sleep:300 < main.writer:35").wake(10_000, 0, 12, "")
                .start(10_001, 12).block(10_002, 12, "sync", LOCK + WRITE)
                .wake(10_100, 11, 12, "sync.(*Mutex).Unlock:60 < main.other:5").start(10_101, 12);
        Asked.none("deadlock", script);
    }

    @Test
    void aLoopIsAlwaysInTheFunctionThatItRuns() {
        Script script = new Script(1_000_000);
        locks(script, 10, new long[]{100_000, 103_000}, "main.writer:36", "main.writer:35");
        Asked.none("deadlock", locks(script, 11, new long[]{101_000, 104_000}, "main.builder:42", "main.builder:41"));
    }
}
