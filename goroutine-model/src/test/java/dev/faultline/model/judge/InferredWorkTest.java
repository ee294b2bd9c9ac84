package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import org.junit.jupiter.api.Test;

/// Rules about tasks and requests look at tests and workers' items, too.
class InferredWorkTest {
    private static final String ANSWER = "net/http.(*persistConn).roundTrip:2600 < net/http.(*Client).do:700"
            + " < p.fetch:30 < ";
    private static final String TEST = "p.TestX.func1:14 < testing.tRunner:1500";
    private static final String WORKER = "p.worker:31";
    private static final String TAKE = "runtime.chanrecv1:509 < p.worker:30";

    /// Runs of a test, in each of which something is waited for one time after the other.
    private static Script tests(int runs, String entry, String reason, String where, int times) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < runs; i++) {
            long at = 1000 + 40_000L * i;
            int g = 10 + i;
            script.create(at, MAIN, g, entry, "testing.(*T).Run:1600").start(at + 1, g);
            for (int k = 0; k < times; k++) {
                script.waits(new long[]{at + 10 + 3000L * k, at + 2800 + 3000L * k}, g, MAIN, reason, where);
            }
            script.end(at + 3000L * times, g);
        }
        return script;
    }

    /// Two workers; what they do with each item.
    private static Script items(int items, String reason, String where, long us) {
        Script script = new Script(1_000_000);
        for (int g = 10; g < 12; g++) {
            script.create(10, MAIN, g, "p.worker", "p.main:5").start(11, g);
            for (int i = 0; i < items; i++) {
                long at = 1000L * g + 20_000L * i;
                script.block(at, g, "chan receive", TAKE).wake(at + 100, MAIN, g, "runtime.chansend1:161 < p.main:9")
                        .start(at + 100, g);
                for (int k = 0; k < 3; k++) {
                    script.waits(new long[]{at + 200 + us * k, at + 100 + us * (k + 1)}, g, MAIN, reason, where);
                }
            }
        }
        return script;
    }

    @Test
    void callsOneAfterTheOtherAreFoundInTests() {
        Finding serial = Asked.one("serial-calls", tests(3, "testing.tRunner", "select", ANSWER + TEST, 4));
        assertTrue(serial.summary().startsWith("3 runs of test p.TestX.func1 made 4 remote calls"), serial.summary());
        Asked.none("serial-calls", tests(2, "testing.tRunner", "select", ANSWER + TEST, 4));
    }

    @Test
    void aBenchmarkMakesItsCallsToMeasureThem() {
        Asked.none("serial-calls", tests(3, "testing.(*B).launch", "select",
                ANSWER + "p.BenchmarkX:14 < testing.(*B).runN:219 < testing.(*B).launch:347", 4));
    }

    @Test
    void callsOneAfterTheOtherAreFoundInItems() {
        Finding serial = Asked.one("serial-calls", items(10, "select", ANSWER + WORKER, 5000));
        assertTrue(serial.summary().contains("items of work of p.worker made 3 remote calls"), serial.summary());
    }

    @Test
    void testsAndItemsThatWaitForAnswersAreANotice() {
        Finding tests = Asked.one("network-wait", tests(3, "testing.tRunner", "select", ANSWER + TEST, 4));
        assertTrue(tests.summary().startsWith("3 runs of test p.TestX.func1 waited"), tests.summary());
        Finding items = Asked.one("network-wait", items(10, "select", ANSWER + WORKER, 5000));
        assertTrue(items.summary().contains("items of work of p.worker waited"), items.summary());
        Asked.none("network-wait", items(10, "sleep", "time.Sleep:300 < p.worker:33", 5000));
    }

    @Test
    void aRunOfATestThatWaitsFarLongerThanTheOthersIsSlow() {
        Script script = tests(20, "testing.tRunner", "chan receive", "runtime.chanrecv1:509 < " + TEST, 1)
                .create(900_000, MAIN, 90, "testing.tRunner", "testing.(*T).Run:1600").start(900_001, 90)
                .waits(new long[]{900_010, 950_000}, 90, MAIN, "sleep", "time.Sleep:300 < " + TEST).end(950_100, 90);
        Finding slow = Asked.one("slow-task", script);
        assertTrue(slow.summary().startsWith("1 run of test p.TestX.func1 took 50.1 ms"), slow.summary());
        assertEquals(Confidence.LIKELY, slow.confidence());
    }

    @Test
    void aRunOfATestThatComputesForLongHasMoreToDo() {
        Asked.none("slow-task", tests(20, "testing.tRunner", "chan receive", "runtime.chanrecv1:509 < " + TEST, 1)
                .create(900_000, MAIN, 90, "testing.tRunner", "testing.(*T).Run:1600").start(900_001, 90)
                .waits(new long[]{900_010, 900_100}, 90, MAIN, "sleep", "time.Sleep:300 < " + TEST).end(950_100, 90));
    }

    @Test
    void aRunOfATestThatIsLongInSyscallsHasMoreToDo() {
        Asked.none("slow-task", tests(20, "testing.tRunner", "chan receive", "runtime.chanrecv1:509 < " + TEST, 1)
                .create(900_000, MAIN, 90, "testing.tRunner", "testing.(*T).Run:1600").start(900_001, 90)
                .waits(new long[]{900_010, 900_100}, 90, MAIN, "sleep", "time.Sleep:300 < " + TEST)
                .syscall(new long[]{900_200, 950_000}, 90, "syscall.Write:70 < " + TEST).end(950_100, 90));
    }

    @Test
    void itemsThatHangAreComparedWithItemsAndAreANotice() {
        Script script = new Script(1_000_000);
        for (int g = 10; g < 14; g++) {
            script.create(10, MAIN, g, "p.worker", "p.main:5").start(11, g);
            for (int i = 0; i < 5; i++) {
                long at = 100L * g + 10_000L * i;
                script.block(at, g, "chan receive", TAKE).wake(at + 100, MAIN, g, "runtime.chansend1:161 < p.main:9")
                        .start(at + 100, g);
            }
            if (g < 13) {
                script.block(60_000 + g, g, "chan send", "runtime.chansend1:161 < p.worker:40");
            }
        }
        Finding stalled = Asked.one("stalled-wait", script);
        assertTrue(stalled.summary().startsWith("3 of 24 items of work have been waiting"), stalled.summary());
        assertEquals(Severity.NOTICE, stalled.severity());
        assertEquals(0, Asked.figure(stalled, "requests_count"));
    }
}
