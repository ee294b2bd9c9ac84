package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Requests;
import dev.faultline.model.Script;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import org.junit.jupiter.api.Test;

/// Waits that have not ended and are far outside what is usual.
class StalledWaitTest {
    private static final String SEND = "runtime.chansend1:161 < main.handle:14";
    private static final String ASK = "runtime.chanrecv1:509 < main.ask:30";
    private static final String JOIN = "sync.(*WaitGroup).Wait:118 < main.join:40 < main.handle:9";
    private static final String POOL = "database/sql.(*DB).conn:1374 < main.load:7";

    /// Requests of which some are served quickly and others hang for the rest of the second.
    private static Requests requests(int quick, int hanging, String reason, String where) {
        Requests requests = new Requests(new Script(1_000_000));
        for (int g = 10; g < 10 + quick; g++) {
            long at = 1000L * g;
            requests.connection(g).served(new long[]{at, at + 800}, g, "sleep", "time.Sleep:300 < main.handle:10");
        }
        for (int g = 100; g < 100 + hanging; g++) {
            requests.connection(g).hangs(100_000 + 100L * g, g, reason, where);
        }
        return requests;
    }

    @Test
    void requestsThatHangFarLongerThanOthersOfTheirHandlerAreAWarning() {
        Finding stalled = Asked.one("stalled-wait", requests(5, 3, "chan send", SEND).script());
        assertEquals(Severity.WARNING, stalled.severity());
        assertEquals("main.handle", stalled.site().function());
        assertEquals(3, Asked.figure(stalled, "requests_count"));
        assertTrue(stalled.summary().startsWith("3 of 8 requests have been waiting at main.handle"),
                stalled.summary());
    }

    @Test
    void theyMustBeSeveralAndWaitForLong() {
        Script two = requests(5, 2, "chan send", SEND).script();
        Asked.none("stalled-wait", two);
        Asked.one("stalled-wait", two, "waiters_count=2");
        Script three = requests(5, 3, "chan send", SEND).script();
        Asked.none("stalled-wait", three, "wait_ns=900000000");
        assertEquals(Severity.NOTICE, Asked.one("stalled-wait", three, "warning_ns=900000000").severity());
        Asked.none("stalled-wait", three, "times_count=2000", "warning_ns=900000000");
    }

    @Test
    void requestsThatJoinACallThatHangsAreAWarning() {
        Finding stalled = Asked.one("stalled-wait", requests(12, 3, "sync", JOIN).script());
        assertEquals(Severity.WARNING, stalled.severity());
        assertTrue(stalled.advice().contains("Done"), stalled.advice());
        Asked.none("stalled-wait", requests(9, 3, "sync", JOIN).script());
    }

    @Test
    void aRequestMayWaitForThoseThatItStarted() {
        Script script = requests(12, 3, "sync", JOIN).script();
        for (int g = 100; g < 103; g++) {
            script.create(100_000 + 100L * g, g, 100 + g, "main.part", "main.handle:12");
        }
        Asked.none("stalled-wait", script);
    }

    @Test
    void aPollIsLongByDesign() {
        Asked.none("stalled-wait", requests(20, 5, "select", "runtime.selectgo:351 < main.poll:14").script());
    }

    @Test
    void aQueueForAPoolThatStandsStillNamesThePool() {
        Finding stalled = Asked.one("stalled-wait", requests(0, 4, "select", POOL).script());
        assertEquals(Severity.WARNING, stalled.severity());
        assertTrue(stalled.why().contains("database/sql pool"), stalled.why());
    }

    @Test
    void aQueueForAPoolThatMovesIsStarvation() {
        Requests requests = requests(0, 4, "select", POOL);
        requests.connection(200).served(new long[]{90_000, 900_000}, 200, "select", POOL);
        Asked.none("stalled-wait", requests.script());
        Finding starved = Asked.one("pool-starvation", requests.script());
        assertEquals(5, Asked.figure(starved, "callers_count"));
    }

    /// Goroutines that ask once each, most of which are answered in a millisecond.
    private static Script calls(int answered, int open, boolean again) {
        Script script = new Script(1_000_000);
        for (int g = 10; g < 10 + answered; g++) {
            script.create(100L * g, MAIN, g, "main.call", "main.main:5").start(100L * g, g)
                    .waits(new long[]{100L * g + 10, 100L * g + 1000}, g, MAIN, "chan receive", ASK);
            if (again) {
                script.waits(new long[]{100L * g + 1010, 100L * g + 2000}, g, MAIN, "chan receive", ASK);
            }
            script.end(100L * g + 2100, g);
        }
        for (int g = 100; g < 100 + open; g++) {
            script.create(20_000 + 1000L * g, MAIN, g, "main.call", "main.main:5").start(20_000 + 1000L * g, g)
                    .block(20_010 + 1000L * g, g, "chan receive", ASK);
        }
        return script.region(new long[]{990_000, 999_000}, MAIN, 0, "on");
    }

    @Test
    void callsThatAreNotAnsweredWhileOthersAreAreANotice() {
        Finding stalled = Asked.one("stalled-wait", calls(12, 4, false));
        assertEquals(Severity.NOTICE, stalled.severity());
        assertEquals(4, Asked.figure(stalled, "waiters_count"));
    }

    /// Goroutines that get a lock, or a slot, from each other after a millisecond, and others that do not get it for the rest
    /// of the second: the last that got it holds it while it sleeps.
    private static Script queue(int got, int waiting, String reason, String where) {
        Script script = new Script(1_000_000);
        for (int g = 10; g < 10 + got + waiting; g++) {
            long at = 5000L * (g - 9);
            script.create(at, MAIN, g, "main.put", "main.serve:9").start(at + 1, g).block(at + 2, g, reason, where);
            if (g < 10 + got) {
                script.wake(at + 1000, g == 10 ? MAIN : g - 1, g, "sync.(*Mutex).Unlock:220 < main.put:33")
                        .start(at + 1001, g);
                if (g > 10) {
                    script.end(at + 1002, g - 1);
                }
            }
        }
        return script.block(5000L * got + 1100, 9 + got, "sleep", "time.Sleep:300 < main.put:32");
    }

    private static Script lock(int got, int waiting) {
        return queue(got, waiting, "sync", "sync.(*Mutex).Lock:81 < main.put:30");
    }

    @Test
    void manyAtALockThatNobodyGetsAnyMoreAreAWarning() {
        Finding stalled = Asked.one("stalled-wait", lock(12, 20));
        assertEquals(Severity.WARNING, stalled.severity());
        assertEquals(20, Asked.figure(stalled, "waiters_count"));
        assertEquals(Severity.NOTICE, Asked.one("stalled-wait", lock(12, 19)).severity());
        assertEquals(Severity.NOTICE, Asked.one("stalled-wait", lock(12, 20), "warning_ns=950000000").severity());
    }

    /// A goroutine that was passed over at the lock before.
    private static Script passedOver(int waiting) {
        return lock(3, waiting).create(10, MAIN, 9, "main.put", "main.serve:9").start(11, 9).block(12, 9, "sync",
                "sync.(*Mutex).Lock:81 < main.put:30");
    }

    @Test
    void manyThatCameSinceTheLastGotOnStandStill() {
        Finding stalled = Asked.one("stalled-wait", passedOver(20));
        assertEquals(21, Asked.figure(stalled, "waiters_count"));
        assertEquals(Confidence.POSSIBLE, stalled.confidence());
        Asked.none("stalled-wait", passedOver(19));
        Asked.one("stalled-wait", passedOver(19), "abandoned_count=19");
    }

    @Test
    void manySendersAreOneOnlyWhereTheirKindUsedToGetOn() {
        assertEquals(Severity.WARNING, Asked.one("stalled-wait", queue(12, 20, "chan send", SEND)).severity());
        assertEquals(Severity.NOTICE, Asked.one("stalled-wait", queue(12, 19, "chan send", SEND)).severity());
        assertEquals(Severity.NOTICE, Asked.one("stalled-wait", queue(9, 20, "chan send", SEND)).severity());
    }

    @Test
    void waitsForWorkAreNot() {
        Asked.none("stalled-wait", calls(12, 4, true));
    }

    @Test
    void aFewAnswersDoNotTellWhatIsUsual() {
        Asked.none("stalled-wait", calls(9, 4, false));
        Asked.one("stalled-wait", calls(9, 4, false), "finished_count=9");
    }

    /// Callers that hand work to goroutines that wait for it at a place, are blocked while they do it, and answer.
    private static Script pool(String idle) {
        Script script = new Script(1_000_000);
        for (int g = 10; g < 12; g++) {
            script.create(1, MAIN, g, "main.worker", "main.main:5").start(2, g).block(3, g, "select", idle);
        }
        for (int g = 20; g < 26; g++) {
            script.create(10, MAIN, g, "main.call", "main.main:8").start(11, g);
        }
        for (int w = 10; w < 12; w++) {
            script.wake(1000, w + 10, w, "runtime.chansend1:161 < main.ask:20").start(1001, w);
            script.block(1002, w, "sleep", "time.Sleep:300 < main.slow:9");
        }
        for (int g = 22; g < 26; g++) {
            script.block(2000, g, "chan send", "runtime.chansend1:161 < main.ask:20").wake(900_000, 10, g,
                    "runtime.chanrecv2:514 < main.worker:30").start(900_001, g);
        }
        return script;
    }

    @Test
    void connectionsOfALibraryAreNoPoolOfWorkers() {
        Asked.one("pool-starvation", pool("runtime.selectgo:351 < main.worker:30"));
        Asked.none("pool-starvation", pool("runtime.selectgo:351 < net/http.(*persistConn).writeLoop:2833"));
    }
}
