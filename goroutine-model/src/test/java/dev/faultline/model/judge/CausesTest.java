package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Requests;
import dev.faultline.model.Samples;
import dev.faultline.model.Script;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// One cause, one finding: what is listed under what, and what resembles a consequence and is none.
class CausesTest {
    private static final Set<String> STUCK = Set.of("goroutine-leak", "deadlock", "goroutine-growth",
            "pool-starvation", "stalled-wait");

    private static Judgement judged(Script script) {
        return Judged.of(script.build());
    }

    private static List<Finding> stuck(Judgement judgement) {
        return judgement.findings().stream().filter(f -> STUCK.contains(f.id())).toList();
    }

    private static Finding only(Judgement judgement) {
        List<Finding> found = stuck(judgement);
        assertEquals(1, found.size(), () -> found.stream().map(Finding::summary).toList().toString());
        return found.getFirst();
    }

    /// A handler that starts a producer and a goroutine which passes its items on, takes a few, and leaves.
    ///
    /// @param passed how often the producer is served before
    private static Script fanIn(int passed) {
        Script script = new Script(1_000_000).create(100, MAIN, 10, "main.handle", "main.serve:10").start(110, 10)
                .create(120, 10, 11, "main.produce", "main.gen:20 < main.handle:5").start(130, 11)
                .create(140, 10, 12, "main.pass", "main.merge:30 < main.handle:6").start(150, 12);
        long at = 200;
        for (int i = 0; i < passed; i++, at += 100) {
            script.block(at, 11, "chan send", "main.produce:21").wake(at + 10, 12, 11, "main.pass:31")
                    .start(at + 20, 11).block(at + 30, 12, "chan send", "main.pass:32")
                    .wake(at + 40, 10, 12, "main.handle:7").start(at + 50, 12);
        }
        return script.block(at, 11, "chan send", "main.produce:21").block(at + 10, 12, "chan send", "main.pass:32")
                .end(at + 20, 10);
    }

    @Test
    void whoWaitsForAStuckGoroutineIsListedUnderIt() {
        Finding leak = only(judged(fanIn(3)));
        assertEquals(List.of(12L, 11L), leak.evidence().goroutines());
        assertEquals("main.pass", leak.site().function());
        assertTrue(leak.summary()
                .endsWith("Behind it: 1 goroutine blocked on a channel send at main.produce code.go:21."),
                leak::summary);
    }

    @Test
    void twoIndependentLeaksStayTwo() {
        assertEquals(2, stuck(judged(fanIn(0))).size(), "nothing was seen to pass between them");
    }

    @Test
    void aWaitGroupIsBehindThoseItWaitsFor() {
        Script script = new Script(1_000_000);
        for (int i = 0; i < 3; i++) {
            int request = 10 + 10 * i;
            script.create(1000 * i + 100, MAIN, request, "main.handle", "main.serve:10").start(1000 * i + 110, request)
                    .create(1000 * i + 120, request, request + 1, "main.part", "main.handle:20")
                    .start(1000 * i + 130, request + 1)
                    .block(1000 * i + 140, request + 1, "chan send", "main.part:31")
                    .block(1000 * i + 150, request, "sync", "sync.(*WaitGroup).Wait:100 < main.handle:22");
        }
        Finding leak = only(judged(script));
        assertEquals("main.part", leak.site().function());
        assertTrue(leak.summary().contains("Behind them: 3 goroutines blocked on a WaitGroup at main.handle"),
                leak::summary);
    }

    @Test
    void aWaitGroupIsBehindThoseWhomAHelperStarted() {
        Script script = new Script(1_000_000);
        for (int i = 0; i < 14; i++) {
            int scan = 10 + 10 * i;
            long at = 1000L * i;
            script.create(at + 100, MAIN, scan, "main.scan", "main.serve:10").start(at + 110, scan)
                    .create(at + 120, scan, scan + 1, "main.part", "main.(*group).Go:22 < main.scan:50")
                    .start(at + 130, scan + 1)
                    .create(at + 131, scan + 1, scan + 2, "main.part", "main.(*group).Go:22 < main.part:30")
                    .start(at + 132, scan + 2).end(at + 140, scan + 1)
                    .block(at + 150, scan, "sync", "sync.(*WaitGroup).Wait:100 < main.scan:51");
            if (i < 3) {
                script.block(at + 160, scan + 2, "chan send", "main.part:31");
            } else {
                script.wake(at + 160, scan + 2, scan, "sync.(*WaitGroup).Done:90 < main.part:33").start(at + 161, scan)
                        .end(at + 162, scan + 2).end(at + 170, scan);
            }
        }
        Finding leak = only(judged(script));
        assertEquals("main.part", leak.site().function());
        assertTrue(leak.summary().contains("Behind them: 3 goroutines blocked on a WaitGroup at main.scan"),
                leak::summary);
    }

    /// Calls that each start a worker and one that waits until the worker is done; the last ones leave their workers behind.
    private static Script waitsForWorkers(int healthy) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < healthy + 3; i++) {
            int call = 10 + 3 * i;
            long at = 1000 + 10_000L * i;
            script.create(at, MAIN, call, "main.handle", "main.serve:10").start(at + 1, call)
                    .create(at + 2, call, call + 1, "main.work", "main.parse:27 < main.handle:5")
                    .start(at + 3, call + 1)
                    .create(at + 4, call, call + 2, "main.close", "main.parse:39 < main.handle:5")
                    .start(at + 5, call + 2)
                    .block(at + 10, call + 1, "chan send", "main.work:31")
                    .block(at + 11, call + 2, "chan receive", "main.close:41");
            if (i < healthy) {
                script.wake(at + 20, call, call + 1, "main.handle:7").start(at + 21, call + 1)
                        .wake(at + 30, call + 1, call + 2, "main.work:33").start(at + 31, call + 2)
                        .end(at + 40, call + 1).end(at + 41, call + 2);
            }
            script.end(at + 50, call);
        }
        return script;
    }

    @Test
    void whoWaitsForOthersOfTheSameCallIsBehindThem() {
        Finding leak = only(judged(waitsForWorkers(5)));
        assertEquals("main.work", leak.site().function());
        assertTrue(leak.summary().contains("Behind them: 3 goroutines blocked on a channel receive at main.close"),
                leak::summary);
        assertFalse(only(judged(waitsForWorkers(0))).summary().contains("Behind"), "nothing was seen to pass");
    }

    /// Requests that each start three loops and leave.
    private static Script sessions(int count, String third) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < count; i++) {
            int request = 10 + 10 * i;
            long at = 1000 + 20_000L * i;
            script.create(at, MAIN, request, "main.handle", "main.serve:10").start(at + 1, request);
            for (int loop = 1; loop <= 3; loop++) {
                String from = (loop < 3 ? "main.open:2" + loop : third) + " < main.handle:5";
                script.create(at + loop, request, request + loop, "main.loop" + loop, from)
                        .start(at + 10 + loop, request + loop)
                        .block(at + 20 + loop, request + loop, "select", "main.loop" + loop + ":31");
            }
            script.end(at + 50, request);
        }
        return script;
    }

    @Test
    void loopsOfForgottenSessionsAreOneFinding() {
        Finding leak = only(judged(sessions(3, "main.open:23")));
        assertEquals(9, leak.evidence().goroutines().size());
        assertTrue(leak.summary().contains("Started by the same calls: 3 goroutines blocked in a select at main.loop"),
                leak::summary);
    }

    @Test
    void loopsOfAnotherCallAreAnotherFinding() {
        List<Finding> found = stuck(judged(sessions(3, "main.audit:40")));
        assertEquals(List.of(6, 3), found.stream().map(f -> f.evidence().goroutines().size()).sorted((a, b) -> b - a)
                .toList());
    }

    @Test
    void oneCallMayStartTwoLeaksByChance() {
        assertEquals(3, stuck(judged(sessions(1, "main.open:23"))).size());
    }

    @Test
    void leaksOfADeadlockArePartsOfIt() {
        Script script = new Script(1_000_000).create(10, MAIN, 2, "main.transfer", "main.main:5").start(20, 2)
                .create(30, 2, 3, "main.aToB", "main.transfer:10").create(31, 2, 4, "main.bToA", "main.transfer:11")
                .start(40, 3).start(41, 4).end(50, 2)
                .block(100_000, 3, "sync", "sync.(*Mutex).Lock:81 < main.aToB:21")
                .block(100_000, 4, "sync", "sync.(*Mutex).Lock:81 < main.bToA:31");
        Judgement judgement = judged(script);
        Finding deadlock = only(judgement);
        assertEquals("deadlock", deadlock.id());
        assertEquals(List.of(3L, 4L), deadlock.evidence().goroutines());
        assertEquals(List.of("goroutine-leak", "goroutine-leak"),
                judgement.consequences(deadlock).stream().map(Finding::id).toList());
        assertFalse(deadlock.summary().contains("Behind"), "they are its members");
    }

    /// Two calls below the same one, each of which leaves goroutines behind for a reason of its own.
    @Test
    void whatHasNothingToDoWithALockIsNoPartOfADeadlock() {
        Script script = new Script(1_000_000).create(10, MAIN, 2, "main.run", "main.main:5").start(20, 2)
                .create(30, 2, 3, "main.one", "main.run:10").start(31, 3).create(32, 2, 4, "main.two", "main.run:11")
                .start(33, 4).create(34, 3, 5, "main.lock", "main.one:20").start(35, 5)
                .create(36, 4, 6, "main.send", "main.two:20").start(37, 6).end(38, 3).end(39, 4).end(40, 2)
                .block(100_000, 5, "sync", "sync.(*Mutex).Lock:81 < main.lock:21")
                .block(100_000, 6, "chan send", "main.send:31");
        assertEquals(List.of("goroutine-leak", "goroutine-leak"),
                stuck(judged(script)).stream().map(Finding::id).toList());
    }

    @Test
    void theGrowthOfALeakIsAPartOfIt() {
        Script script = new Script(1_000_000);
        for (int i = 0; i < 40; i++) {
            long at = 1000 + i * 20_000L;
            script.create(at, MAIN, 10 + 2 * i, "main.handle", "main.serve:10").start(at + 10, 10 + 2 * i)
                    .create(at + 20, 10 + 2 * i, 11 + 2 * i, "main.ask", "main.handle:20").start(at + 30, 11 + 2 * i)
                    .block(at + 40, 11 + 2 * i, "chan send", "main.ask:31").end(at + 50, 10 + 2 * i);
        }
        Judgement judgement = judged(script);
        Finding leak = only(judgement);
        assertEquals("goroutine-leak", leak.id());
        assertEquals(Severity.CRITICAL, leak.severity());
        assertTrue(leak.summary().endsWith("Their number grows by 41 a second."), leak::summary);
        assertEquals(List.of("goroutine-growth"),
                judgement.consequences(leak).stream().map(Finding::id).toList());
    }

    /// The one who waits is older than the trace: nothing says that it waits forever.
    @Test
    void whatIsOnlyPossibleIsNotListedUnderWhatIsLikely() {
        Script script = fanIn(3);
        for (int g = 100; g < 110; g++) {
            script.old(g, "main.idle:5");
        }
        List<Finding> found = stuck(judged(script));
        assertEquals(List.of(Confidence.LIKELY, Confidence.POSSIBLE),
                found.stream().map(Finding::confidence).sorted().toList());
    }

    @Test
    void whatIsPossiblyLeakedWhereAllStandStillIsTheSameFinding() {
        Judgement judgement = Said.of(Samples.ROOT.resolve("services/sql-rows-open.trace.gz")).judgement();
        Finding stalled = only(judgement);
        assertEquals("stalled-wait", stalled.id());
        assertEquals(114, stalled.evidence().goroutines().size());
        assertTrue(stalled.summary().endsWith("For 102 of them no goroutine was seen that could end the wait."),
                stalled::summary);
        Finding leak = judgement.consequences(stalled).getFirst();
        assertEquals("goroutine-leak", leak.id());
        assertEquals(Confidence.POSSIBLE, leak.confidence());
    }

    @Test
    void aLeakElsewhereIsNoPartOfAStandstill() {
        Requests requests = new Requests(new Script(1_000_000));
        for (int g = 10; g < 15; g++) {
            requests.connection(g).served(new long[]{1000L * g, 1000L * g + 800}, g, "sleep",
                    "time.Sleep:300 < main.handle:10");
        }
        for (int g = 100; g < 103; g++) {
            requests.connection(g).hangs(100_000 + 100L * g, g, "chan send", "runtime.chansend1:161 < main.handle:14");
        }
        Script script = requests.script();
        for (int g = 200; g < 210; g++) {
            script.old(g, "main.idle:5");
        }
        assertEquals(Set.of("stalled-wait", "goroutine-leak"),
                Set.copyOf(stuck(judged(script)).stream().map(Finding::id).toList()));
    }
}
