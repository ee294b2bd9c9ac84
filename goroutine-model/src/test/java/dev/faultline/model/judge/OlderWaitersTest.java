package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Goroutines that have waited since before the trace, judged by who ends such waits in it.
class OlderWaitersTest {
    private static final String WAITS = "runtime.chanrecv1:400 < main.guard:31";

    /// Calls that each start a goroutine and wake it before they return; one such goroutine is older than the trace.
    private static Script calls(int count) {
        Script script = new Script(1_000_000).old(50, WAITS + " < main.transfer.func1:8");
        for (int i = 0; i < count; i++) {
            long at = 1000 + i * 10_000L;
            int caller = 100 + 2 * i;
            int guard = caller + 1;
            script.create(at, MAIN, caller, "main.job", "main.main:5").start(at + 1, caller)
                    .create(at + 10, caller, guard, "main.transfer.func1", "main.transfer:20 < main.job:7")
                    .start(at + 20, guard).block(at + 30, guard, "chan receive", WAITS + " < main.transfer.func1:8")
                    .wake(at + 40, caller, guard, "main.transfer:25 < main.job:7").start(at + 50, guard)
                    .end(at + 60, guard).end(at + 70, caller);
        }
        return script;
    }

    @Test
    void whoseCallMustHaveReturnedIsLeaked() {
        Finding leak = Asked.one("goroutine-leak", calls(5));
        assertEquals(List.of(50L), leak.evidence().goroutines());
        assertEquals(Confidence.LIKELY, leak.confidence());
        assertTrue(leak.why().contains("5 waits"), leak.why());
    }

    @Test
    void fewerThanFiveWaitsTellNothing() {
        Asked.none("goroutine-leak", calls(4));
    }

    @Test
    void aCallThatMayStillBeItsOwnKeepsItAlive() {
        Asked.none("goroutine-leak",
                calls(5).old(60, "internal/poll.runtime_pollWait:351 < main.transfer:22 < main.job:7"));
    }

    /// A server that answers one client after the other, and two clients that wait for good: one has waited since before
    /// the trace, one begins in it.
    ///
    /// @param met whether the server took the request of the latter
    private static Script server(boolean met) {
        String asks = "runtime.chanrecv1:400 < main.ask:12 < main.request:5";
        Script script = new Script(1_000_000).old(50, asks).create(10, MAIN, 2, "main.server", "main.main:3")
                .start(20, 2).create(5000, MAIN, 200, "main.request", "main.main:5").start(5005, 200);
        if (met) {
            script.block(4000, 2, "chan receive", "main.server:30")
                    .wake(5010, 200, 2, "main.ask:11 < main.request:5").start(5015, 2);
        }
        script.block(5020, 200, "chan receive", asks);
        for (int i = 0; i < 6; i++) {
            long at = 1000 + i * 10_000L;
            int client = 100 + i;
            script.block(at, 2, "chan receive", "main.server:30")
                    .create(at + 5, MAIN, client, "main.request", "main.main:5").start(at + 10, client)
                    .wake(at + 20, client, 2, "main.ask:11 < main.request:5").start(at + 25, 2)
                    .block(at + 30, client, "chan receive", asks)
                    .wake(at + 40, 2, client, "main.server:33").start(at + 50, client).end(at + 60, client);
        }
        return script.block(70_000, 2, "chan receive", "main.server:30");
    }

    @Test
    void whomNoServerMetIsLeaked() {
        Finding leak = Asked.one("goroutine-leak", server(false));
        assertEquals(List.of(50L, 200L), leak.evidence().goroutines());
        assertEquals(Severity.WARNING, leak.severity());
    }

    @Test
    void aServerMayPutARequestAsideAndAnswerLater() {
        Asked.none("goroutine-leak", server(true));
    }

    @Test
    void aSecondServerThatIsBusySinceThenMayStillAnswer() {
        Asked.none("goroutine-leak", server(false).create(30, MAIN, 3, "main.server", "main.main:3").start(40, 3)
                .block(50, 3, "sleep", "time.Sleep:300 < main.server:32"));
    }

    private static final String WATCHES = "runtime.selectgo:300 < database/sql.(*Rows).awaitDone:3020";
    private static final String QUERIES = "database/sql.(*Rows).initContextClose:3007 < database/sql.(*DB).QueryContext:1746 < ";

    /// Queries, each in a goroutine of its own that closes its rows, but for the last ones, which exit without that.
    private static Script queries(int closed, int open) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < closed + open; i++) {
            long at = 1000 + i * 10_000L;
            int caller = 100 + 2 * i;
            int rows = caller + 1;
            script.create(at, MAIN, caller, "main.job", "main.main:5").start(at + 1, caller)
                    .create(at + 10, caller, rows, "database/sql.(*Rows).awaitDone",
                            QUERIES + "main.lookup:50 < main.job:7")
                    .start(at + 20, rows).block(at + 30, rows, "select", WATCHES);
            if (i < closed) {
                script.wake(at + 40, caller, rows, "database/sql.(*Rows).Close:3300 < main.lookup:60 < main.job:7")
                        .start(at + 50, rows).end(at + 60, rows);
            }
            script.end(at + 70, caller);
        }
        return script;
    }

    /// A long export, which is at work on its rows.
    private static Script exporting(Script script) {
        return script.create(500, MAIN, 60, "main.export", "main.main:4").start(510, 60)
                .create(520, 60, 61, "database/sql.(*Rows).awaitDone", QUERIES + "main.export:80").start(530, 61)
                .block(540, 61, "select", WATCHES).block(600, 60, "sleep", "time.Sleep:300 < main.export:85");
    }

    @Test
    void rowsAreLeftOpenByWhoHasExitedNotByWhoStillReads() {
        Finding leak = Asked.one("goroutine-leak", exporting(queries(8, 4)));
        assertEquals(List.of(117L, 119L, 121L, 123L), leak.evidence().goroutines());
        assertTrue(leak.summary().contains("started at main.lookup"), leak.summary());
        assertTrue(leak.advice().contains("close the rows"), leak.advice());
        Asked.none("goroutine-leak", exporting(queries(8, 0)));
    }

    @Test
    void rowsFromBeforeTheTraceMayBeHeldByAnyGoroutineOfThatAge() {
        Script script = queries(8, 0);
        for (int g = 40; g < 52; g++) {
            script.old(g, WATCHES);
        }
        Finding leak = Asked.one("goroutine-leak", script);
        assertEquals(Confidence.POSSIBLE, leak.confidence());
        assertEquals(Severity.NOTICE, leak.severity());
    }

    @Test
    void rowsFromBeforeTheTraceAreLikeThoseThatAreKnown() {
        Script script = queries(8, 4).old(40, WATCHES).old(41, WATCHES);
        assertEquals(6, Asked.one("goroutine-leak", script).evidence().goroutines().size());
        script = queries(8, 4).old(40, WATCHES).old(41, WATCHES).old(50, "time.Sleep:300 < main.export:85");
        assertEquals(List.of(117L, 119L, 121L, 123L), Asked.one("goroutine-leak", script).evidence().goroutines());
    }
}
