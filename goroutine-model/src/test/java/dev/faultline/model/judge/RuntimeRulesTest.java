package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Range;
import dev.faultline.model.Script;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.KnownTime;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Collector, pauses and scheduler.
class RuntimeRulesTest {
    private static final String BY_HAND = "runtime.GC:5 < main.flush:12";
    private static final String PACER = "runtime.mallocgc:5 < main.load:14";

    /// Collections one after the other.
    private static Script collections(int count, String where) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < count; i++) {
            script.collection(new long[]{10_000 + i * 100_000L, 70_000 + i * 100_000L}, MAIN, where);
        }
        return script;
    }

    @Test
    void collectionsByHandAreSaid() {
        Finding forced = Asked.one("forced-gc", collections(2, BY_HAND));
        assertEquals(2, Asked.figure(forced, "forced_count"));
        assertEquals("main.flush", forced.site().function());
    }

    @Test
    void collectionsOfThePacerAreNot() {
        Asked.none("forced-gc", collections(9, PACER));
    }

    @Test
    void manyCollectionsByHandAreAWarning() {
        assertEquals(Severity.NOTICE, Asked.one("forced-gc", collections(2, BY_HAND)).severity());
        assertEquals(Severity.WARNING, Asked.one("forced-gc", collections(3, BY_HAND)).severity());
        assertEquals(Severity.WARNING,
                Asked.one("forced-gc", collections(2, BY_HAND), "many_count=2").severity());
    }

    @Test
    void collectionsOfTestsAreNoMoreThanANotice() {
        Finding forced = Asked.one("forced-gc", collections(9, "runtime.GC:5 < testing.(*B).runN:207"));
        assertEquals(Severity.NOTICE, forced.severity());
        assertTrue(forced.advice().startsWith("Nothing"), forced.advice());
    }

    /// Collections with goroutines that must assist; main runs for a second.
    private static Script pressure(int count, long assistUs) {
        Script script = collections(count, PACER);
        for (int i = 0; i < count && assistUs > 0; i++) {
            script.assist(new long[]{20_000 + i * 100_000L, 20_000 + assistUs + i * 100_000L}, MAIN, PACER);
        }
        return script;
    }

    @Test
    void aCollectorThatHardlyRestsIsPressure() {
        Finding pressure = Asked.one("gc-pressure", pressure(9, 30_000));
        assertEquals(0.54, Asked.figure(pressure, "marking_ratio"), 1e-6);
        assertEquals(270_000_000, Asked.figure(pressure, "assist_ns"));
    }

    @Test
    void markingThatNobodyHelpsIsNot() {
        Asked.none("gc-pressure", pressure(9, 0));
    }

    @Test
    void collectionsByHandAreNoPressure() {
        Script script = collections(9, BY_HAND);
        for (int i = 0; i < 9; i++) {
            script.assist(new long[]{20_000 + i * 100_000L, 50_000 + i * 100_000L}, MAIN, BY_HAND);
        }
        Asked.none("gc-pressure", script);
        Asked.one("forced-gc", script);
    }

    /// Of each of these mark phases the end is lost, so that it seems to last until the trace ends.
    @Test
    void markPhasesThatOverlapInADamagedTraceCountOnce() {
        Script script = new Script(1_000_000);
        for (int i = 0; i < 6; i++) {
            long start = 400_000 + i * 100_000L;
            script.collection(new long[]{start, start + 99_000}, MAIN, PACER)
                    .collection(new long[]{start + 10_000, start + 99_500}, MAIN, PACER);
        }
        script.assist(new long[]{420_000, 900_000}, MAIN, PACER);
        TraceModel model = script.build();
        double sum = model.ranges(Range.Kind.GC_MARK).stream().mapToLong(Range::durationNs).sum();
        assertTrue(sum / model.durationNs() > 1.76, () -> "not damaged enough: " + sum);
        Finding pressure = Asked.one("gc-pressure", script);
        assertEquals(0.6, Asked.figure(pressure, "marking_ratio"), 1e-3);
        assertTrue(pressure.summary().contains("60 %"), pressure.summary());
    }

    /// Between 200 and 500 ms generations are missing: 700 ms are known, and in 540 of them the GC was marking.
    /// Collections with a heap that each leaves as it is, and a goal.
    private static String advice(long live, long goal) {
        Script script = pressure(9, 30_000).heap(1, live, goal);
        for (int i = 0; i < 9; i++) {
            script.heap(75_000 + i * 100_000L, live, goal);
        }
        Finding pressure = Asked.one("gc-pressure", script);
        return pressure.why() + " " + pressure.advice();
    }

    @Test
    void theAdviceFitsTheCause() {
        String small = advice(2 << 20, 4 << 20);
        assertTrue(small.contains("only 4.19 MB") && small.contains("Raise GOGC"), small);
        String limit = advice(90 << 20, 100 << 20);
        assertTrue(limit.contains("hardly any room") && limit.contains("Raise the memory limit"), limit);
        String exceeded = advice(90 << 20, 0);
        assertTrue(exceeded.contains("is exceeded") && exceeded.contains("Raise the memory limit"), exceeded);
        String fast = advice(90 << 20, 180 << 20);
        assertTrue(fast.contains("allocates so fast"), fast);
    }

    @Test
    void aCollectorThatTakesManyPsIsPressureWithoutAssists() {
        Script script = collections(9, PACER).procs(0, 4, "").old(9, "runtime.gcBgMarkWorker:1455").proc(1, 0);
        for (int i = 0; i < 9; i++) {
            script.runs(new long[]{10_000 + i * 100_000L, 69_000 + i * 100_000L}, 9, 0);
        }
        Finding pressure = Asked.one("gc-pressure", script, "cpu_ratio=0.13");
        assertEquals(9 * 59.0 / 4000, Asked.figure(pressure, "cpu_ratio"), 1e-3);
        Asked.none("gc-pressure", script, "used_cpu_ratio=0.9");
    }

    @Test
    void timeInAGapIsNotKnownTime() {
        Script script = new Script(1_000_000).missing(2).collection(new long[]{0, 200_000}, MAIN, PACER)
                .assist(new long[]{20_000, 190_000}, MAIN, PACER);
        for (int i = 0; i < 4; i++) {
            script.collection(new long[]{500_000 + i * 100_000L, 585_000 + i * 100_000L}, MAIN, PACER);
        }
        Finding pressure = Asked.one("gc-pressure", script);
        assertEquals(540.0 / 700, Asked.figure(pressure, "marking_ratio"), 1e-6);
    }

    @Test
    void rangesAcrossAGapCountWithoutIt() {
        Script script = new Script(1_000_000).missing(2).region(new long[]{1000, 200_000}, MAIN, 0, "before")
                .region(new long[]{600_000, 999_000}, MAIN, 0, "after");
        KnownTime known = KnownTime.of(script.build().trace());
        assertEquals(700_000_000, known.ns());
        List<Range> across = List.of(
                new Range(Range.Kind.GC_MARK, "", 100_000_000, 2_000_000_000, false, true, -1, -1, 0, 0, 0, 0));
        assertEquals(600_000_000, known.coveredNs(across));
        assertEquals(6.0 / 7, known.share(across));
    }

    @Test
    void pressureNeedsItsCollectionsAndTheirShare() {
        Asked.none("gc-pressure", pressure(6, 30_000), "cpu_ratio=0.5");
        Asked.one("gc-pressure", pressure(6, 30_000), "cpu_ratio=0.5", "marking_ratio=0.3");
        Asked.none("gc-pressure", pressure(9, 30_000), "cycles_count=10");
    }

    /// Ten collections that leave more and more, until some are over.
    private static Script growth(int until) {
        Script script = collections(10, PACER).heap(1, 4 << 20, 8 << 20);
        for (int i = 0; i < 10; i++) {
            long live = (4L << 20) * (1 + Math.min(i, until));
            script.heap(75_000 + i * 100_000L, live, 2 * live);
        }
        return script;
    }

    @Test
    void aHeapThatKeepsGrowingIsSaid() {
        Finding growth = Asked.one("live-heap-growth", growth(10));
        assertEquals(36 << 20, Asked.figure(growth, "gain_bytes"), 1);
        assertEquals(Severity.NOTICE, growth.severity());
        Asked.none("live-heap-growth", growth(10), "cycles_count=11");
    }

    @Test
    void aHeapThatFillsUpAndStaysIsNot() {
        Asked.none("live-heap-growth", growth(0));
        Asked.none("live-heap-growth", growth(4));
    }

    /// Requests of 20 ms, of which some time goes into assists.
    private static Script requests(int count, long assistUs) {
        Script script = collections(9, PACER);
        for (int i = 0; i < count; i++) {
            long at = 20_000 + i * 100_000L;
            script.task(new long[]{at, at + 20_000}, MAIN, i + 1, "handle")
                    .assist(new long[]{at + 100, at + 100 + assistUs}, MAIN, PACER);
        }
        return script;
    }

    @Test
    void requestsThatTheCollectorDelaysAreSaid() {
        Finding delayed = Asked.one("gc-delays-requests", requests(3, 15_000));
        assertEquals(15_000_000, Asked.figure(delayed, "worst_ns"));
        assertEquals(45_000_000, Asked.figure(delayed, "lost_ns"));
    }

    @Test
    void requestsThatAssistALittleAreNot() {
        Asked.none("gc-delays-requests", requests(3, 9_000));
        Asked.none("gc-delays-requests", requests(2, 15_000));
        Asked.one("gc-delays-requests", requests(2, 15_000), "requests_count=2");
    }

    private static Script storm(int count, String reason) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < count; i++) {
            script.pause(new long[]{1000 + i * 10_000L, 1100 + i * 10_000L}, MAIN, reason, "main.stats:7");
        }
        return script;
    }

    @Test
    void frequentPausesOfTheProgramAreAStorm() {
        Finding storm = Asked.one("stw-storm", storm(50, "read mem stats"));
        assertEquals(50, Asked.figure(storm, "pauses_count"));
        assertEquals(0.005, Asked.figure(storm, "share_ratio"), 1e-9);
    }

    @Test
    void pausesOfTheCollectorAreNot() {
        Asked.none("stw-storm", storm(50, "GC mark termination"));
    }

    @Test
    void aStormNeedsItsPauses() {
        Asked.none("stw-storm", storm(19, "read mem stats"));
        Asked.one("stw-storm", storm(20, "read mem stats"));
        Asked.none("stw-storm", storm(50, "read mem stats"), "per_second_count=51");
    }

    private static Script procs(int second, String where) {
        return new Script(100_000).procs(0, 4, "").procs(60_000, second, where)
                .pause(new long[]{60_000, 60_100}, MAIN, "GOMAXPROCS", where);
    }

    @Test
    void aChangeOfGomaxprocsIsSaid() {
        Finding change = Asked.one("gomaxprocs-change", procs(1, "runtime.GOMAXPROCS:9 < main.tune:7"));
        assertEquals(40_000_000, Asked.figure(change, "single_ns"));
        assertEquals(Severity.WARNING, change.severity());
    }

    @Test
    void theSameNumberAgainIsNoChange() {
        Asked.none("gomaxprocs-change", procs(4, "runtime.GOMAXPROCS:9 < main.tune:7"));
    }

    @Test
    void aChangeByTheRuntimeItselfIsANotice() {
        assertEquals(Severity.NOTICE,
                Asked.one("gomaxprocs-change", procs(2, "runtime.updateMaxProcsGoroutine:9")).severity());
    }

    /// Goroutines that are created together and start one after the other.
    private static Script queue(int count, long eachUs) {
        Script script = new Script(1_000_000).block(1, MAIN, "network", "main.main:1");
        for (int i = 0; i < count; i++) {
            script.create(0, MAIN, 10 + i, "main.work", "main.main:5").start((i + 1) * eachUs, 10 + i)
                    .end((i + 2) * eachUs, 10 + i);
        }
        return script;
    }

    @Test
    void longQueuesForAProcessorAreSaid() {
        Finding latency = Asked.one("scheduler-latency", queue(200, 300));
        assertEquals(60_000_000, Asked.figure(latency, "worst_ns"));
        assertEquals(30_000_000, Asked.figure(latency, "p50_ns"), 3_000_000);
    }

    @Test
    void shortQueuesAreNot() {
        Asked.none("scheduler-latency", queue(200, 90));
    }

    @Test
    void fewWaitsAreNotEnoughToJudge() {
        Asked.none("scheduler-latency", queue(99, 600));
        Asked.one("scheduler-latency", queue(100, 600));
        Asked.one("scheduler-latency", queue(99, 600), "least_count=99");
        Asked.none("scheduler-latency", queue(100, 600), "p99_ns=70000000");
    }

    private static Script churn(int count, long runUs) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < count; i++) {
            long at = 100 + i * 100L;
            script.life(new long[]{at, at + runUs}, 10 + i, "main.tiny", "main.each:5");
        }
        return script;
    }

    @Test
    void manyTinyGoroutinesAreChurn() {
        Finding churn = Asked.one("goroutine-churn", churn(5_000, 3));
        assertEquals(5_000, Asked.figure(churn, "goroutines_count"));
        assertEquals(3_000, Asked.figure(churn, "median_run_ns"));
    }

    @Test
    void manyGoroutinesThatWorkAreNot() {
        Asked.none("goroutine-churn", churn(5_000, 21));
    }

    @Test
    void fewTinyGoroutinesAreNot() {
        Asked.none("goroutine-churn", churn(4_999, 3));
        Asked.one("goroutine-churn", churn(500, 3), "least_count=500", "per_second_count=500");
    }
}
