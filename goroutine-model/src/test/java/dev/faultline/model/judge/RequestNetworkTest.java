package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Requests;
import dev.faultline.model.Script;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import org.junit.jupiter.api.Test;

/// Requests without tasks that mostly wait for answers of other servers.
class RequestNetworkTest {
    private static final String ANSWER = "net/http.(*persistConn).roundTrip:2600 < net/http.(*Client).do:700"
            + " < main.fetch:30 < main.handle:10";

    /// Requests of 10 ms in which a handler waits throughout.
    private static Script requests(int count, String reason, String where) {
        Requests requests = new Requests(new Script(1_000_000)).connection(10);
        for (int i = 0; i < count; i++) {
            requests.served(new long[]{1000 + 20_000L * i, 11_000 + 20_000L * i}, 10, reason, where);
        }
        return requests.script();
    }

    @Test
    void requestsThatWaitForAnswersAreANotice() {
        Finding network = Asked.one("network-wait", requests(4, "select", ANSWER));
        assertEquals(Severity.NOTICE, network.severity());
        assertEquals(4, Asked.figure(network, "requests_count"));
        assertTrue(Asked.figure(network, "network_ratio") > 0.99);
        assertTrue(network.summary().contains("main.handle"), network::summary);
    }

    @Test
    void whatARequestReadsFromItsClientIsNoAnswer() {
        Asked.none("network-wait", requests(4, "network",
                "internal/poll.(*FD).Read:170 < net/http.(*body).Read:840 < io.ReadAll:700 < main.handle:12"));
    }

    @Test
    void theyMustBeSeveralAndTakeTheirShare() {
        Asked.none("network-wait", requests(2, "select", ANSWER));
        Asked.one("network-wait", requests(2, "select", ANSWER), "requests_count=2");
        Asked.none("network-wait", requests(4, "select", ANSWER), "least_ns=50000000");
        Asked.none("network-wait", requests(4, "sleep", "time.Sleep:300 < main.handle:10"));
    }
}
