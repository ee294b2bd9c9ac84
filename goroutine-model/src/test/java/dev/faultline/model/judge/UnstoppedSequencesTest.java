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

/// Sequences of `iter.Pull` that nobody stops, and those that somebody keeps.
class UnstoppedSequencesTest {
    private static final String PULL = "iter.Pull[...]:271 < main.first:24 < main.handle:44";

    private static final String SEND = "runtime.chansend1:161 < main.feed.func1:31";

    /// Goroutines that each open a sequence, take a value of it and exit.
    private static Script opened(int count) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < count; i++) {
            long at = 1000 + 80_000L * i;
            script.create(at, MAIN, 10 + i, "main.handle", "main.main:5").start(at + 1, 10 + i)
                    .coroutine(at + 2, 10 + i, 50 + i, PULL).switches(at + 3, 10 + i, 50 + i)
                    .switches(at + 4, 50 + i, 10 + i).end(at + 5, 10 + i);
        }
        return script;
    }

    @Test
    void thoseThatOneOpenerAfterTheOtherLeavesBehindAreLeaked() {
        Finding leak = Asked.one("goroutine-leak", opened(11));
        assertEquals(Confidence.LIKELY, leak.confidence());
        assertEquals(Severity.CRITICAL, leak.severity());
        assertEquals("main.first", leak.site().function());
        assertTrue(leak.summary().startsWith("11 sequences opened at main.first"), leak.summary());
        assertTrue(leak.advice().contains("stop"), leak.advice());
    }

    @Test
    void aFewMayBeKeptForLater() {
        Finding leak = Asked.one("goroutine-leak", opened(9));
        assertEquals(Confidence.POSSIBLE, leak.confidence());
        assertEquals(Severity.NOTICE, leak.severity());
    }

    @Test
    void whereAnotherGoroutineAdvancesOneTheyArePassedOn() {
        Asked.none("goroutine-leak", opened(11).switches(900_000, MAIN, 51).switches(900_001, 51, MAIN));
    }

    @Test
    void oneThatWasJustAdvancedIsNotYetForgotten() {
        Script script = opened(2);
        script.create(960_000, MAIN, 30, "main.handle", "main.main:5").start(960_001, 30)
                .coroutine(960_002, 30, 90, PULL).end(960_005, 30);
        assertEquals(Confidence.POSSIBLE, Asked.one("goroutine-leak", script).confidence());
    }

    /// One goroutine whose calls open a sequence each, and return.
    private static Script loop(int calls) {
        Script script = new Script(1_000_000).create(10, MAIN, 10, "main.loop", "main.main:5").start(11, 10);
        for (int i = 0; i < calls; i++) {
            long at = 1000 + 80_000L * i;
            script.coroutine(at, 10, 50 + i, "iter.Pull[...]:271 < main.first:24 < main.loop:44")
                    .switches(at + 1, 10, 50 + i).switches(at + 2, 50 + i, 10)
                    .waits(new long[]{at + 10, at + 50_000}, 10, MAIN, "sleep", "time.Sleep:300 < main.loop:45");
        }
        return script;
    }

    @Test
    void whatCallAfterCallLeavesBehindIsPossiblyLeaked() {
        Finding leak = Asked.one("goroutine-leak", loop(12));
        assertEquals(Confidence.POSSIBLE, leak.confidence());
        assertEquals(Severity.NOTICE, leak.severity());
        assertTrue(leak.why().contains("its call has returned"), leak.why());
        Asked.none("goroutine-leak", loop(9));
    }

    @Test
    void whoComesBackToOneKeepsThemAll() {
        Asked.none("goroutine-leak", loop(12).switches(900_000, 10, 53).switches(900_001, 53, 10));
    }

    @Test
    void aRequestThatIsOverStopsNothingAnyMore() {
        Script script = new Script(1_000_000);
        Requests requests = new Requests(script);
        for (int i = 0; i < 12; i++) {
            int g = 10 + i;
            long at = 1000 + 80_000L * i;
            requests.connection(g).served(new long[]{at, at + 800}, g, "sleep", "time.Sleep:300 < main.handle:10");
            script.coroutine(at + 1, g, 50 + g, "iter.Pull[...]:271 < main.handle:9"
                    + " < net/http.HandlerFunc.ServeHTTP:2358 < net/http.serverHandler.ServeHTTP:3436"
                    + " < net/http.(*conn).serve:2157");
        }
        assertEquals(Confidence.LIKELY, Asked.one("goroutine-leak", script).confidence());
    }

    /// Consumers that pull from sequences, each of which receives from a channel that a producer sends to.
    private static Script pulled(boolean served) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < 4; i++) {
            int consumer = 10 + i;
            int sequence = 20 + i;
            int producer = 30 + i;
            String receive = "runtime.chanrecv1:509 < main.from:9 < runtime.corostart:75";
            script.create(10, MAIN, consumer, "main.consume", "main.main:5").start(11, consumer)
                    .create(12, consumer, producer, "main.feed.func1", "main.feed:30 < main.consume:40")
                    .coroutine(13, consumer, sequence, "iter.Pull[...]:271 < main.consume:41")
                    .switches(14, consumer, sequence).start(15, producer)
                    .block(1000, sequence, "chan receive", receive).wake(1500, producer, sequence, SEND)
                    .start(1501, sequence).block(2000, producer, "chan send", SEND);
            if (served) {
                script.wake(3000, sequence, producer, receive).start(3001, producer)
                        .block(3100, producer, "chan send", SEND);
            }
            script.switches(4000, sequence, consumer)
                    .waits(new long[]{5000, 999_000}, consumer, 0, "sleep", "time.Sleep:300 < main.consume:44");
        }
        return script;
    }

    @Test
    void whoWaitsForAPausedSequenceIsNotLeaked() {
        Asked.none("goroutine-leak", pulled(true));
        Asked.none("goroutine-leak", pulled(false));
    }

    @Test
    void coroutinesAreNoWorkersOfAPool() {
        Asked.none("pool-starvation", pulled(true));
    }
}
