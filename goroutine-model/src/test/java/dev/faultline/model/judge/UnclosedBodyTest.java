package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Response bodies that nobody reads, and what resembles them.
class UnclosedBodyTest {
    private static final String ASKS = "runtime.selectgo:300 < net/http.(*persistConn).roundTrip:2600 < main.fetch:12";
    static final String BODY = "runtime.selectgo:300 < net/http.(*persistConn).readLoop:2400";

    /// What a caller does once it has its response.
    enum Then {
        EXITS, READS, STAYS
    }

    static Script requests(int count, Then then) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < count; i++) {
            long at = 1000 + i * 1000L;
            int caller = 100 + 4 * i;
            int reader = caller + 1;
            script.create(at, MAIN, caller, "main.job", "main.main:5").start(at + 10, caller)
                    .create(at + 20, caller, reader, "net/http.(*persistConn).readLoop", "net/http.dialConn:1994")
                    .create(at + 21, caller, reader + 1, "net/http.(*persistConn).writeLoop", "net/http.dialConn:1995")
                    .start(at + 30, reader).start(at + 31, reader + 1)
                    .block(at + 40, reader + 1, "select", "net/http.(*persistConn).writeLoop:2600")
                    .block(at + 50, caller, "select", ASKS)
                    .wake(at + 60, reader, caller, "net/http.(*persistConn).readLoop:2350")
                    .block(at + 61, reader, "select", BODY).start(at + 70, caller);
            switch (then) {
                case EXITS -> script.end(at + 80, caller);
                case READS -> script.block(at + 80, caller, "network", "net/http.(*body).Read:800 < main.fetch:14");
                case STAYS -> script.block(at + 80, caller, "sleep", "time.Sleep:300 < main.fetch:20");
            }
        }
        return script;
    }

    @Test
    void callersThatExitLeaveTheirConnectionsBehind() {
        Finding body = Asked.one("unclosed-body", requests(3, Then.EXITS));
        assertEquals(List.of(101L, 102L, 105L, 106L, 109L, 110L), body.evidence().goroutines());
        assertEquals("main.fetch", body.site().function());
        assertEquals(Severity.WARNING, body.severity());
        assertEquals(Confidence.LIKELY, body.confidence());
        assertEquals(Severity.CRITICAL, Asked.one("unclosed-body", requests(10, Then.EXITS)).severity());
    }

    @Test
    void connectionsFromBeforeTheTraceAreLikeThem() {
        Script script = requests(3, Then.EXITS).old(50, BODY).old(51, "net/http.(*persistConn).writeLoop:2600");
        assertEquals(4, Asked.figure(Asked.one("unclosed-body", script), "connections_count"));
        Asked.none("unclosed-body", new Script(1_000_000).old(50, BODY).old(52, BODY).old(54, BODY));
    }

    @Test
    void whoStillReadsOrHoldsTheResponseIsNotBlamed() {
        Asked.none("unclosed-body", requests(5, Then.READS));
        Asked.none("unclosed-body", requests(5, Then.STAYS));
    }

    @Test
    void aFewMayBeChance() {
        Asked.none("unclosed-body", requests(2, Then.EXITS));
        Asked.one("unclosed-body", requests(2, Then.EXITS), "connections_count=2");
    }

    private static final String STREAM = "net/http/internal/http2.(*clientStream).";

    /// Streams of HTTP/2, each asked for by a goroutine of its own.
    ///
    /// @param exits whether these exit once they have the response
    private static Script streams(int count, boolean exits) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < count; i++) {
            long at = 1000 + i * 1000L;
            int caller = 100 + 4 * i;
            script.create(at, MAIN, caller, "main.job", "main.main:5").start(at + 10, caller)
                    .create(at + 20, caller, caller + 1, STREAM + "doRequest",
                            "net/http/internal/http2.(*ClientConn).roundTrip:1148 < main.fetch:12 < main.job:3")
                    .block(at + 30, caller, "select",
                            "runtime.selectgo:300 < net/http/internal/http2.(*ClientConn).roundTrip:1200 < main.fetch:12")
                    .start(at + 40, caller + 1)
                    .block(at + 50, caller + 1, "select", "runtime.selectgo:300 < " + STREAM + "doRequest:1260")
                    .wake(at + 60, 0, caller, "").start(at + 70, caller);
            if (exits) {
                script.end(at + 80, caller);
            } else {
                script.block(at + 80, caller, "sleep", "time.Sleep:300 < main.fetch:14 < main.job:3");
            }
        }
        return script;
    }

    @Test
    void streamsOfHttp2AreLeftByCallersThatExit() {
        Finding body = Asked.one("unclosed-body", streams(3, true));
        assertEquals(List.of(101L, 105L, 109L), body.evidence().goroutines());
        assertEquals("main.fetch", body.site().function());
        assertEquals(Severity.WARNING, body.severity());
        assertEquals(Confidence.LIKELY, body.confidence());
        assertEquals(Severity.CRITICAL, Asked.one("unclosed-body", streams(10, true)).severity());
        Asked.none("unclosed-body", streams(2, true));
        Asked.none("unclosed-body", streams(5, false));
    }

    @Test
    void whoeverReadsStreamsOfOthersMayReadThese() {
        String reads = "sync.(*Cond).Wait:70 < net/http/internal/http2.transportResponseBody.Read:2401 < main.relay:40";
        Asked.none("unclosed-body", streams(5, true).create(500, MAIN, 90, "main.relay", "main.main:4").start(510, 90)
                .block(20_000, 90, "sync", reads));
        Asked.one("unclosed-body", streams(5, true).old(90, reads)
                .old(91, "runtime.selectgo:300 < " + STREAM + "doRequest:1260"));
    }
}
