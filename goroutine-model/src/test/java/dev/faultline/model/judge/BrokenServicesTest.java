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

/// Subscribers to which one goroutine sends every 10 ms.
class BrokenServicesTest {
    private static final String PLACE = "main.subscriber:30";

    /// @param from from which subscriber on they are sent something to the end
    /// @param gapMs time between two wake-ups of the first ones before that ends
    private static Script subscribers(int from, long gapMs) {
        Script script = new Script(2_000_000).create(10, MAIN, 5, "main.publish", "main.main:11")
                .start(20, 5);
        for (int g = 10; g < 15; g++) {
            script.create(100 + g, MAIN, g, "main.subscriber", "main.main:12").start(200 + g, g)
                    .block(300 + g, g, "select", PLACE);
            long last = g < from ? 300_000 : 1_995_000;
            for (long at = 10_000; at < last; at += g < from ? gapMs * 1000 : 10_000) {
                script.wake(at + g, 5, g, "main.publish:9").start(at + g + 20, g).block(at + g + 30, g, "select",
                        PLACE);
            }
        }
        return script;
    }

    @Test
    void oneThatIsServedNoMoreWhileItsTwinsAreIsPossiblyLeaked() {
        Finding leak = Asked.one("goroutine-leak", subscribers(11, 10));
        assertEquals(List.of(10L), leak.evidence().goroutines());
        assertEquals(Confidence.POSSIBLE, leak.confidence());
        assertEquals(Severity.NOTICE, leak.severity(), "there may be nothing to send");
        assertTrue(leak.why().startsWith("It was unblocked at regular intervals (29 times)"), leak::why);
    }

    @Test
    void aServiceThatBreaksOffForAllIsAQuietTime() {
        Asked.none("goroutine-leak", subscribers(15, 10));
        Asked.none("goroutine-leak", subscribers(13, 10));
    }

    @Test
    void whoWasServedRarelyMayBeServedAgain() {
        Asked.none("goroutine-leak", subscribers(11, 100));
    }
}
