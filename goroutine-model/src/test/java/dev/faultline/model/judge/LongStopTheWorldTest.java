package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import org.junit.jupiter.api.Test;

class LongStopTheWorldTest {
    private static Script pause(long us) {
        return new Script(1_000_000).pause(new long[]{5000, 5000 + us}, MAIN, "GOMAXPROCS", "main.tune:7");
    }

    @Test
    void aLongPauseIsSaid() {
        Finding pause = Asked.one("long-stw", pause(12_000));
        assertEquals(12_000_000, Asked.figure(pause, "longest_ns"));
        assertEquals("main.tune", pause.site().function());
    }

    @Test
    void whoWasLateToStopIsNamed() {
        Script script = pause(12_000).create(100, MAIN, 2, "main.spin", "main.main:3")
                .create(100, MAIN, 3, "main.quick",
                        "main.main:4")
                .proc(90, 0).proc(90, 1).runs(new long[]{200, 16_000}, 2, 0).runs(new long[]{200, 5100}, 3, 1);
        Finding pause = Asked.one("long-stw", script);
        assertTrue(pause.why().contains("main.spin ran on at main.busy code.go:9 until 11.0 ms"), pause.why());
    }

    private static Script gcPause(String lateStack) {
        return new Script(1_000_000).pause(new long[]{5000, 20_000}, MAIN, "GC mark termination", "main.alloc:7")
                .create(100, MAIN, 2, "main.spin", "main.main:3").proc(90, 0)
                .runs(new long[]{200, 16_000}, 2, 0, lateStack);
    }

    @Test
    void aPauseOfTheGcForWhichTheProgramIsLateIsAWarning() {
        assertEquals(Severity.WARNING, Asked.one("long-stw", gcPause("main.spin:8")).severity());
    }

    @Test
    void aPauseOfTheGcForWhichOnlyThreadsAreLateIsNoMoreThanANotice() {
        Finding pause = Asked.one("long-stw", gcPause("runtime.goexit1:4490"));
        assertEquals(Severity.NOTICE, pause.severity());
        assertTrue(pause.why().endsWith("the threads themselves had to wait for a CPU."), pause.why());
    }

    @Test
    void aPauseThatTheRecordingNeedsIsNot() {
        Asked.none("long-stw", new Script(1_000_000).pause(new long[]{0, 20_000}, MAIN, "start trace", "main.main:7"));
    }

    @Test
    void pausesThatWaitForOnePlaceAreOneFinding() {
        Script script = pause(12_000).create(100, MAIN, 2, "main.spin", "main.main:3").proc(90, 0)
                .runs(new long[]{200, 16_000}, 2, 0)
                .pause(new long[]{50_000, 70_000}, MAIN, "read mem stats", "main.tune:7")
                .runs(new long[]{49_000, 69_000}, 2, 0);
        Finding pause = Asked.one("long-stw", script);
        assertEquals(2, Asked.figure(pause, "pauses_count"));
        assertTrue(pause.summary().contains("for “read mem stats” and “"), pause.summary());
        assertEquals("main.busy", pause.site().function(), "the place that was slow to stop");
        assertEquals(2, Asked.of("long-stw", script.pause(new long[]{90_000, 110_000}, MAIN, "read mem stats",
                "main.tune:7")).size(), "nobody was late for the last");
    }

    @Test
    void aProfileThatStopsTheWorldIsNamed() {
        Finding pause = Asked.one("long-stw", new Script(1_000_000).pause(new long[]{5000, 25_000}, MAIN,
                "all goroutines stack trace", "runtime.Stack:9 < runtime/pprof.writeGoroutineStacks:7 < main.dump:5"));
        assertTrue(pause.advice().contains("profile"), pause.advice());
    }

    @Test
    void aShortPauseIsNot() {
        Asked.none("long-stw", pause(9_999));
        Asked.one("long-stw", pause(9_999), "threshold_ns=9000000");
    }

    @Test
    void aPauseWhoseEndIsMissingIsNotJudged() {
        Asked.none("long-stw", new Script(1_000_000).pauseBegins(5000, MAIN, "GOMAXPROCS", "main.tune:7"));
    }

    @Test
    void aVeryLongPauseIsCritical() {
        assertEquals(Severity.WARNING, Asked.one("long-stw", pause(99_999)).severity());
        assertEquals(Severity.CRITICAL, Asked.one("long-stw", pause(100_000)).severity());
    }
}
