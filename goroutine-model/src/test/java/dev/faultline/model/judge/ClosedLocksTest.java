package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import org.junit.jupiter.api.Test;

/// A function that takes two locks, lines 20 and 25, of two accounts, and releases them at its end. Two transfers took theirs
/// in opposite order before the trace; other accounts go on.
class ClosedLocksTest {
    private static final String LOCK = "internal/sync.runtime_SemacquireMutex:95 < sync.(*Mutex).Lock:81 < ";
    private static final String UNLOCK = "sync.(*Mutex).Unlock:200 < ";

    /// @param release where the locks of the other accounts are released
    /// @param past how many have waited for their second lock since before the trace
    private static Script transfers(String release, int past) {
        Script script = new Script(1_000_000).old(5, "main.loop:9");
        for (int g = 10; g < 10 + past; g++) {
            script.old(g, LOCK + "main.transfer:25");
        }
        script.old(20, LOCK + "main.transfer:20");
        for (int i = 0; i < 6; i++) {
            int holder = 100 + 2 * i;
            long at = 10_000 + 1000L * i;
            script.create(at, MAIN, holder, "main.transfer", "main.loop:12").start(at + 1, holder)
                    .create(at + 2, MAIN, holder + 1, "main.transfer", "main.loop:12").start(at + 3, holder + 1)
                    .block(at + 10, holder + 1, "sync", LOCK + "main.transfer:20")
                    .wake(at + 100, holder, holder + 1, UNLOCK + release).start(at + 101, holder + 1)
                    .end(at + 110, holder).end(at + 120, holder + 1);
        }
        return script;
    }

    @Test
    void locksThatWereTakenInOppositeOrderBeforeTheTraceAreADeadlock() {
        Finding deadlock = Asked.one("deadlock", transfers("main.transfer:29", 2));
        assertEquals(Severity.CRITICAL, deadlock.severity());
        assertEquals(Confidence.LIKELY, deadlock.confidence());
        assertEquals(3, deadlock.evidence().goroutines().size(), "with the one behind them");
        assertTrue(deadlock.why().startsWith("Only the function in which they wait"), deadlock::why);
    }

    @Test
    void aLockThatIsReleasedBeforeTheSecondSaysNothing() {
        Asked.none("deadlock", transfers("main.transfer:22", 2));
    }

    @Test
    void aLockThatIsReleasedElsewhereMayBeHeldElsewhere() {
        Asked.none("deadlock", transfers("main.report:50", 2));
    }

    @Test
    void oneThatWaitsPastTheFirstLockIsNoCircle() {
        Asked.none("deadlock", transfers("main.transfer:29", 1));
    }

    @Test
    void whoIsInsideAndWorksMayHoldTheLock() {
        Asked.none("deadlock", transfers("main.transfer:29", 2).old(30, "net.(*conn).Read:5 < main.transfer:27"));
        Asked.one("deadlock", transfers("main.transfer:29", 2).old(30, "net.(*conn).Read:5 < main.transfer:18"));
    }

    /// Others go on inside the function, for other accounts.
    @Test
    void whoCameLaterDoesNotHoldTheLock() {
        Script script = transfers("main.transfer:29", 2).create(900_000, MAIN, 300, "main.transfer", "main.loop:12")
                .start(900_010, 300).block(900_020, 300, "sleep", "time.Sleep:300 < main.transfer:22");
        Asked.one("deadlock", script);
    }

    /// One that is older than the trace and comes and goes, and one that has stood still inside as long.
    @Test
    void whoCameBackDoesNotHoldTheLock() {
        Script script = transfers("main.transfer:29", 2)
                .block(800_000, MAIN, "sleep", "time.Sleep:300 < main.loop:40").wake(800_100, 0, MAIN, "")
                .start(800_110, MAIN).block(900_000, MAIN, "sleep", "time.Sleep:300 < main.transfer:22 < main.loop:41");
        Asked.one("deadlock", script);
        Asked.none("deadlock", transfers("main.transfer:29", 2)
                .block(900_000, MAIN, "sleep", "time.Sleep:300 < main.transfer:22 < main.loop:41"));
    }

    @Test
    void fewReleasesTellNothing() {
        Script script = new Script(1_000_000).old(10, LOCK + "main.transfer:25").old(11, LOCK + "main.transfer:25")
                .old(20, LOCK + "main.transfer:20");
        Asked.none("deadlock", script);
    }
}
