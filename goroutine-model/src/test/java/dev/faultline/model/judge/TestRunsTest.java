package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What is said of runs of tests.
class TestRunsTest {
    /// A test that stops the world for 12 ms and leaves a goroutine behind.
    private static Script test() {
        return new Script(1_000_000).create(1000, MAIN, 10, "testing.tRunner", "testing.(*T).Run:1600").start(1001, 10)
                .create(2000, 10, 11, "p.TestX.func1", "p.TestX:12").start(2001, 11)
                .block(2100, 11, "forever", "p.TestX.func1:13")
                .waits(new long[]{3000, 4000}, 10, 11, "sleep", "p.TestX:14 < testing.tRunner:1500")
                .pause(new long[]{5000, 17_000}, 10, "GOMAXPROCS", "p.TestX:15 < testing.tRunner:1500").end(20_000, 10);
    }

    private static Finding found(String id, Script script) {
        return Judged.of(script.build()).findings().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void theLoadOfATestIsWorthANotice() {
        Finding pause = found("long-stw", test());
        assertEquals(Severity.NOTICE, pause.severity());
        assertTrue(pause.summary().endsWith("Test: p.TestX."), pause.summary());
    }

    @Test
    void stacksNameTheTestWhereNoGoroutineDoes() {
        Script script = test().collection(new long[]{6000, 6500}, 10,
                "runtime.GC:555 < p.TestY:15 < testing.tRunner:1500");
        Finding forced = found("forced-gc", script);
        assertTrue(forced.summary().contains("Test: p.Test"), forced.summary());
    }

    @Test
    void testsMayForceCollectionsAndChangeTheNumberOfPs() {
        Script script = test();
        for (int i = 0; i < 8; i++) {
            long at = 21_000 + 1000L * i;
            script.collection(new long[]{at, at + 500}, 11, "runtime.GC:555 < p.churn:15");
            script.procs(at + 700, 1 + i % 2, "runtime.GOMAXPROCS:60 < p.TestX:15 < testing.tRunner:1500");
        }
        assertEquals(Severity.NOTICE, found("forced-gc", script).severity());
        assertEquals(Severity.NOTICE, found("gomaxprocs-change", script).severity());
    }

    @Test
    void everyLoadIsFoundByARule() {
        Set<String> unknown = new TreeSet<>(TestRuns.LOADS);
        Rules.all().forEach(rule -> unknown.remove(rule.id()));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void thatOfABenchmarkCounts() {
        Script script = test().create(30_000, MAIN, 20, "testing.(*B).run1.func1", "testing.(*B).run1:200");
        assertEquals(Severity.WARNING, found("long-stw", script).severity());
    }

    @Test
    void whatATestLeavesBehindCounts() {
        Finding leak = found("goroutine-leak", test());
        assertEquals(Severity.WARNING, leak.severity());
        assertTrue(leak.summary().endsWith("Test: p.TestX."), leak.summary());
    }
}
