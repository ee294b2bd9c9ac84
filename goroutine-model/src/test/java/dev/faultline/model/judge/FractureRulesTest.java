package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.Place;
import org.junit.jupiter.api.Test;

/// Where the story of a request breaks, or the trace itself.
class FractureRulesTest {
    /// A goroutine started within a task, with a region.
    private static Script child(long regionsTask) {
        return new Script(100_000).task(new long[]{1000, 90_000}, MAIN, 7, "request")
                .create(2000, MAIN, 2, "main.part", "main.handle:12").start(3000, 2)
                .region(new long[]{4000, 5000}, 2, regionsTask, "fetch").end(6000, 2);
    }

    @Test
    void aRegionWithoutItsTaskIsBrokenContext() {
        Finding broken = Asked.one("broken-context", child(0));
        assertEquals(1, Asked.figure(broken, "fracture_ratio"));
        assertEquals(1_000_000, Asked.figure(broken, "lost_time_ns"));
        assertEquals("main.handle", broken.site().function());
    }

    @Test
    void aRegionOfItsTaskOrOutsideOfAllIsNot() {
        Asked.none("broken-context", child(7));
        Script outside = new Script(100_000).create(2000, MAIN, 2, "main.part", "main.main:12").start(3000, 2)
                .region(new long[]{4000, 5000}, 2, 0, "fetch").end(6000, 2);
        Asked.none("broken-context", outside);
    }

    @Test
    void fewLostRegionsCanBePassedOver() {
        Asked.none("broken-context", child(0), "lost_count=2");
    }

    private static Script task(boolean creatorEnds) {
        Script script = new Script(100_000).create(100, MAIN, 2, "main.handle", "main.serve:12").start(200, 2)
                .task(new long[]{1000}, 2, 7, "request");
        return creatorEnds ? script.end(3000, 2) : script.block(3000, 2, "network", "main.handle:14");
    }

    @Test
    void aTaskWhoseGoroutineIsGoneIsUnfinished() {
        Finding lost = Asked.one("unfinished-span", task(true));
        assertEquals(1, Asked.figure(lost, "unfinished_ratio"));
        Script region = new Script(100_000).create(100, MAIN, 2, "main.handle", "main.serve:12").start(200, 2)
                .region(new long[]{1000}, 2, 0, "fetch").end(3000, 2);
        assertEquals("main.part", Asked.one("unfinished-span", region).site().function());
    }

    @Test
    void aTaskThatIsStillWorkedForIsNot() {
        Asked.none("unfinished-span", task(false));
    }

    @Test
    void aTaskIsOverdueFromAMultipleOfTheLongestOfItsKindOn() {
        Script script = new Script(100_000).task(new long[]{1000}, MAIN, 1, "job")
                .task(new long[]{2000, 32_000}, MAIN, 2, "job");
        Asked.one("unfinished-span", script);
        Asked.none("unfinished-span", script, "patience_ratio=3.4");
    }

    private static Script lateWork(long regionEnd) {
        return new Script(100_000).create(100, MAIN, 2, "main.part", "main.handle:12").start(200, 2)
                .task(new long[]{1000, 10_000}, MAIN, 7, "request").region(new long[]{2000, regionEnd}, 2, 7, "fetch");
    }

    @Test
    void workAfterItsTasksEndIsOrphaned() {
        Finding orphan = Asked.one("orphan-work", lateWork(15_000));
        assertEquals(5_000_000, Asked.figure(orphan, "after_end_ns"));
    }

    @Test
    void workWithinItsTaskIsNot() {
        Asked.none("orphan-work", lateWork(9000));
    }

    @Test
    void windingUpIsTolerated() {
        Asked.none("orphan-work", lateWork(10_199));
        Asked.one("orphan-work", lateWork(10_201));
        Asked.one("orphan-work", lateWork(10_199), "tolerance_ns=100000");
    }

    @Test
    void goroutinesOlderThanTheTraceAreCounted() {
        Finding late = Asked.one("late-start", new Script(1000).old(5, "main.hub:3").old(6, "main.hub:3"));
        assertEquals(2, Asked.figure(late, "without_birth_count"));
        assertEquals(Severity.NOTICE, late.severity());
    }

    @Test
    void aTraceOfARunningProgramCouldNotStartEarlier() {
        for (String taker : new String[]{"net/http/pprof.Trace:149", "runtime/trace.(*FlightRecorder).WriteTo:88"}) {
            Script script = new Script(1000).old(5, "main.hub:3").old(6, "runtime.gopark:1 < " + taker);
            Asked.none("late-start", script);
            String missing = Judged.of(script.build()).notChecked().stream().filter(n -> n.rule().equals("late-start"))
                    .findAny().orElseThrow().missing();
            assertTrue(missing.contains("existed before the trace, which was taken of a running program"), missing);
        }
    }

    @Test
    void theRuntimesOwnAreNotMeant() {
        Asked.none("late-start", new Script(1000).old(5, "runtime.gopark:1 < runtime.bgsweep:9"));
    }

    @Test
    void aFewNamelessOnesMayBeTheRuntimes() {
        Script script = new Script(1000);
        for (int g = 2; g < 10; g++) {
            script.old(g, "");
        }
        Asked.none("late-start", script);
        Asked.one("late-start", script, "unnamed_count=7");
        Asked.one("late-start", script.old(10, ""));
    }

    private static Script lost(long bytes) {
        return new Script(1000)
                .lost(new Loss(Place.at(500), bytes, 900_000, 1_000_000, -1, "the batch ends early"));
    }

    @Test
    void whatCouldNotBeReadIsSaid() {
        Finding truncated = Asked.one("truncated-trace", lost(250));
        assertEquals(0.25, Asked.figure(truncated, "lost_ratio"));
        assertEquals(100_000, Asked.figure(truncated, "dark_ns"));
    }

    @Test
    void findingsAreLessSureWhereSomethingIsMissing() {
        Confidence whole = confidence("frozen-process", silence(100_000, true));
        assertEquals(whole.less(), confidence("frozen-process", silence(100_000, true).lost(lossAt(50_000_000))));
        assertEquals(whole, confidence("frozen-process", silence(100_000, true).lost(lossAt(190_000_000))));
        assertEquals(Confidence.CERTAIN, confidence("truncated-trace", lost(250)));
    }

    private static Loss lossAt(long ns) {
        return new Loss(Place.at(500), 10, ns, ns + 1000, -1, "the batch ends early");
    }

    private static Confidence confidence(String id, Script script) {
        return Judged.of(script.build()).findings().stream()
                .filter(f -> f.id().equals(id)).findFirst().orElseThrow().confidence();
    }

    @Test
    void aWholeTraceIsNotTruncated() {
        Asked.none("truncated-trace", new Script(1000));
    }

    @Test
    void aMissingEndThatCostNothingIsANotice() {
        assertEquals(Severity.WARNING, Asked.one("truncated-trace", lost(1)).severity());
        assertEquals(Severity.NOTICE, Asked.one("truncated-trace", lost(0)).severity());
    }

    @Test
    void missingGenerationsAreAGap() {
        Finding gap = Asked.one("trace-gap", gap(2));
        assertEquals(2, Asked.figure(gap, "generations_count"));
        assertEquals(40_000_000, Asked.figure(gap, "dark_ns"), "from the last event before to the begin after");
    }

    @Test
    void generationsThatFollowOnEachOtherAreNone() {
        Asked.none("trace-gap", gap(0));
        Asked.one("trace-gap", gap(1));
    }

    private static Script gap(int missing) {
        return new Script(100_000).missing(missing).region(new long[]{1000, 10_000}, MAIN, 0, "before")
                .region(new long[]{60_000, 99_000}, MAIN, 0, "after");
    }

    /// A silence with or without a goroutine that could run.
    private static Script silence(long us, boolean ready) {
        Script script = new Script(200_000).procs(0, 4, "").create(1000, MAIN, 2, "main.work", "main.main:3");
        if (!ready) {
            script.start(1001, 2).block(1002, 2, "network", "main.work:4");
        }
        return script.block(1010, MAIN, "network", "main.main:5").wake(1010 + us, 0, MAIN, "").start(1010 + us, MAIN)
                .region(new long[]{1010 + us, 1020 + us}, MAIN, 0, "on");
    }

    @Test
    void silenceWhileGoroutinesCouldRunIsAStandstill() {
        Finding frozen = Asked.one("frozen-process", silence(60_000, true));
        assertEquals(60_000_000, Asked.figure(frozen, "longest_ns"), 10_000);
    }

    @Test
    void processorsThatComputeAreNoStandstill() {
        Script busy = silence(60_000, true).procs(1, 1, "").proc(2, 0);
        Asked.none("frozen-process", busy);
    }

    /// A goroutine sleeps again and again, and once for much longer than usual.
    private static Script ticks(int times, long lateUs) {
        Script script = new Script(1_000_000).procs(0, 4, "").create(10, MAIN, 2, "main.poll", "main.main:3")
                .start(11, 2)
                .block(20, MAIN, "network", "main.main:5");
        for (int i = 0; i < times; i++) {
            script.waits(new long[]{100 + i * 2000L, 2000 + i * 2000L}, 2, 0, "sleep", "time.Sleep:9 < main.poll:7");
        }
        long late = 100 + times * 2000L;
        return script.waits(new long[]{late, late + lateUs}, 2, 0, "sleep", "time.Sleep:9 < main.poll:7")
                .block(late + lateUs + 10, 2, "network", "main.poll:8");
    }

    @Test
    void silenceWhileATimerIsOverdueIsAStandstill() {
        Finding frozen = Asked.one("frozen-process", ticks(30, 100_000));
        assertTrue(frozen.why().contains("main.poll"), frozen.why());
        assertTrue(frozen.why().contains("1.90 ms"), frozen.why());
    }

    @Test
    void timersThatVaryAreNotOverdue() {
        Asked.none("frozen-process", ticks(18, 100_000));
        Script doubled = ticks(30, 40_000);
        for (long at = 200_000, wait = 20_000; at < 900_000; at += wait, wait *= 2) {
            doubled.waits(new long[]{at, at + wait}, 2, 0, "sleep", "time.Sleep:9 < main.poll:7");
        }
        Asked.none("frozen-process", doubled);
    }

    @Test
    void aGoroutineThatIsNotPreemptedMeansAStandstill() {
        Script script = new Script(200_000).procs(0, 4, "").region(new long[]{1000, 101_000}, MAIN, 0, "on")
                .yield(102_000, MAIN);
        Finding frozen = Asked.one("frozen-process", script);
        assertTrue(frozen.why().contains("every 10 ms"), frozen.why());
    }

    @Test
    void aGoroutineThatCannotBePreemptedIsNoStandstill() {
        Asked.none("frozen-process",
                new Script(400_000).procs(0, 4, "").region(new long[]{1000, 101_000}, MAIN, 0, "on")
                        .region(new long[]{104_000, 150_000}, MAIN, 0, "on").yield(300_000, MAIN));
        Asked.none("frozen-process", new Script(200_000).procs(0, 4, "").create(10, MAIN, 2, "main.stop", "main.main:3")
                .start(11, 2).pause(new long[]{1000, 101_000}, 2, "GOMAXPROCS", "main.stop:7").yield(102_000, MAIN));
    }

    @Test
    void oldReleasesDoNotPreempt() {
        Asked.none("frozen-process", new Script(200_000).minor(11).procs(0, 4, "")
                .region(new long[]{1000, 101_000}, MAIN, 0, "on").yield(102_000, MAIN));
    }

    @Test
    void idlenessIsNot() {
        Asked.none("frozen-process", silence(60_000, false));
    }

    @Test
    void aShortSilenceIsNot() {
        Asked.none("frozen-process", silence(49_000, true));
        Asked.one("frozen-process", silence(49_000, true), "silent_ns=40000000");
    }
}
