package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Leaks and stuck goroutines: what each rule finds, what resembles it and is none, and where its threshold lies.
class LeakRulesTest {
    /// Handlers that each start a goroutine which sends to nobody.
    ///
    /// @param stay whether the handlers stay, so that they may still receive
    private static Script senders(int count, boolean stay) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < count; i++) {
            int handler = 10 + 2 * i;
            int sender = handler + 1;
            script.create(1000, MAIN, handler, "main.handle", "main.serve:10").start(1100, handler)
                    .create(1200, handler, sender, "main.ask", "main.handle:20").start(1300, sender)
                    .block(1400, sender, "chan send", "main.ask:31");
            if (stay) {
                script.block(1500, handler, "network", "main.handle:25");
            } else {
                script.end(1500, handler);
            }
        }
        return script;
    }

    /// The table of stacks stood in the part that is missing.
    @Test
    void whatIsLostIsNotTakenForALeak() {
        Asked.one("goroutine-leak", waitersAtAnUnknownPlace());
        Asked.none("goroutine-leak", waitersAtAnUnknownPlace()
                .lost(new Loss(Place.at(500), 250, 900_000, 1_000_000, -1, "the batch ends early")));
    }

    private static Script waitersAtAnUnknownPlace() {
        Script script = new Script(1_000_000);
        for (int g = 10; g < 40; g++) {
            script.old(g, "");
        }
        return script;
    }

    @Test
    void leakedSendersAreNamed() {
        Finding leak = Asked.one("goroutine-leak", senders(2, false));
        assertEquals(List.of(11L, 13L), leak.evidence().goroutines());
        assertEquals("main.ask", leak.site().function());
        assertEquals(1_000_000_000 - 1_400_000, Asked.figure(leak, "longest_wait_ns"));
    }

    @Test
    void sendersWhoseReceiverLivesAreNotLeaked() {
        Asked.none("goroutine-leak", senders(2, true));
    }

    @Test
    void manyLeakedGoroutinesAreCritical() {
        assertEquals(Severity.WARNING, Asked.one("goroutine-leak", senders(9, false)).severity());
        assertEquals(Severity.CRITICAL, Asked.one("goroutine-leak", senders(10, false)).severity());
        assertEquals(Severity.CRITICAL, Asked.one("goroutine-leak", senders(9, false), "many_count=9").severity());
    }

    /// Goroutines that are born all through the trace.
    private static Script births(int count, boolean end) {
        Script script = new Script(1_000_000);
        for (int i = 0; i < count; i++) {
            long at = 1000 + i * 990_000L / count;
            script.create(at, MAIN, 10 + i, "main.session", "main.accept:10").start(at, 10 + i);
            if (end) {
                script.end(at + 5000, 10 + i);
            } else {
                script.block(at + 10, 10 + i, "network", "main.session:20");
            }
        }
        return script;
    }

    @Test
    void aPopulationThatOnlyRisesIsSaid() {
        Finding growth = Asked.one("goroutine-growth", births(40, false));
        assertEquals(40, Asked.figure(growth, "alive_count"));
        assertEquals(Severity.NOTICE, growth.severity(), "nothing shows that they are stuck");
    }

    /// None ends, and nothing that they wait for shows that they are there for a connection.
    @Test
    void aPopulationWithoutAnEndIsAWarning() {
        Script script = new Script(1_000_000).old(5, "main.beat:20 < main.session:2");
        for (int i = 0; i < 21; i++) {
            long at = 1000 + i * 47_000L;
            script.create(at, MAIN, 10 + i, "main.session", "main.accept:10").start(at, 10 + i)
                    .block(at + 10, 10 + i, "chan receive", "main.beat:20 < main.session:2");
        }
        Finding growth = Asked.one("goroutine-growth", script);
        assertEquals(Severity.WARNING, growth.severity());
        assertEquals(22, growth.evidence().goroutines().size(), "with the one that is older than the trace");
        assertEquals(Severity.NOTICE, Asked.one("goroutine-growth", script.end(999_000, 30)).severity());
    }

    /// Those that end are older than the trace; their creation is unknown, their entry function is not.
    @Test
    void aPopulationThatIsReplacedDoesNotGrow() {
        Script script = new Script(1_000_000);
        for (int i = 0; i < 25; i++) {
            long at = 1000 + i * 38_000L;
            if (i < 6) {
                script.old(40 + i, "main.beat:20 < main.session:2").wake(at, MAIN, 40 + i, "main.stop:3")
                        .start(at + 1, 40 + i).end(at + 2, 40 + i);
            }
            script.create(at + 5, MAIN, 10 + i, "main.accept.gowrap1", "main.accept:10").start(at + 6, 10 + i)
                    .block(at + 10, 10 + i, "chan receive", "main.beat:20 < main.session:2");
        }
        Asked.none("goroutine-growth", script);
        assertEquals(Severity.NOTICE, Asked.one("goroutine-growth", script, "gain_count=19").severity());
    }

    @Test
    void aBurstThatDrainsIsNoGrowth() {
        Asked.none("goroutine-growth", births(40, true));
        Script start = new Script(1_000_000);
        for (int i = 0; i < 40; i++) {
            start.create(1000 + i, MAIN, 10 + i, "main.worker", "main.pool:10").start(1100 + i, 10 + i)
                    .block(1200 + i, 10 + i, "network", "main.worker:20");
        }
        Asked.none("goroutine-growth", start);
    }

    @Test
    void growthNeedsItsGain() {
        Asked.none("goroutine-growth", births(19, false));
        Asked.one("goroutine-growth", births(19, false), "gain_count=12");
    }

    /// Two goroutines that wait for each other's mutex from a time on.
    private static Script locks(long from, boolean freed) {
        Script script = new Script(1_000_000).create(10, MAIN, 2, "main.transfer", "main.main:5").start(20, 2)
                .create(30, 2, 3, "main.aToB", "main.transfer:10").create(31, 2, 4, "main.bToA", "main.transfer:11")
                .start(40, 3).start(41, 4).end(50, 2).block(from, 3, "sync", "sync.(*Mutex).Lock:81 < main.aToB:21")
                .block(from, 4, "sync", "sync.(*Mutex).Lock:81 < main.bToA:31");
        return freed
                ? script.wake(990_000, MAIN, 3, "sync.(*Mutex).Unlock:200 < main.main:9").start(990_001, 3)
                : script;
    }

    @Test
    void aStandstillOfAFamilyIsADeadlock() {
        Finding deadlock = Asked.one("deadlock", locks(100_000, false));
        assertEquals(List.of(3L, 4L), deadlock.evidence().goroutines());
        assertEquals(Severity.CRITICAL, deadlock.severity());
    }

    @Test
    void aLockThatIsStillReleasedIsNoDeadlock() {
        Asked.none("deadlock", locks(100_000, true));
    }

    @Test
    void aDeadlockMustLastItsShareOfTheTrace() {
        Asked.none("deadlock", locks(801_000, false));
        Asked.one("deadlock", locks(799_000, false));
        Asked.one("deadlock", locks(801_000, false), "share_ratio=0.19");
    }

    /// Two workers that serve two callers, then are blocked on the network while more callers wait.
    private static Script pool(int callers, long waitUs, String workersWaitFor) {
        Script script = new Script(200_000);
        for (int w = 10; w < 12; w++) {
            script.create(100, MAIN, w, "main.worker", "main.newPool:5").start(200, w)
                    .block(300, w, "chan receive", "main.worker:12").start(1001, w)
                    .block(1100, w, workersWaitFor, "main.worker:15");
        }
        for (int c = 20; c < 22 + callers; c++) {
            script.create(400, MAIN, c, "main.caller", "main.main:7").start(500, c);
            if (c >= 22) {
                script.block(2000, c, "select", "main.submit:40").wake(2000 + waitUs, 0, c, "")
                        .start(2000 + waitUs, c).end(2100 + waitUs, c);
            }
        }
        // the first two hand over without waiting
        return script.wake(1000, 20, 10, "main.submit:40").wake(1000, 21, 11, "main.submit:40");
    }

    @Test
    void callersOfADryPoolAreSaid() {
        Finding dry = Asked.one("pool-starvation", pool(4, 30_000, "network"));
        assertEquals(4, Asked.figure(dry, "callers_count"));
        assertEquals(4, Asked.figure(dry, "gave_up_count"));
        assertEquals(2, Asked.figure(dry, "workers_count"));
    }

    /// A burst that is worked off by the pool itself.
    @Test
    void aShortQueueIsANotice() {
        Script script = pool(0, 0, "network");
        for (int c = 30; c < 34; c++) {
            script.create(1200, MAIN, c, "main.caller", "main.main:7").start(1300, c)
                    .block(2000, c, "chan send", "main.submit:40").wake(8000, 10, c, "main.worker:12").start(8001, c);
        }
        assertEquals(Severity.NOTICE, Asked.one("pool-starvation", script).severity());
        assertEquals(Severity.WARNING, Asked.one("pool-starvation", script, "queue_ratio=0.02").severity());
    }

    @Test
    void aPoolWithIdleWorkersIsNotDry() {
        Script idle = pool(4, 30_000, "network").wake(1200, 0, 10, "").start(1200, 10)
                .block(1300, 10, "chan receive", "main.worker:12");
        Asked.none("pool-starvation", idle);
    }

    @Test
    void theQueueOfALibrarysPoolIsKnown() {
        Script script = new Script(200_000);
        String queue = "database/sql.(*DB).conn:1400 < database/sql.(*DB).query:1700 < main.load:12";
        for (int g = 10; g < 13; g++) {
            script.create(100, MAIN, g, "main.handle", "main.main:7").start(200, g)
                    .waits(new long[]{300, 40_300}, g, MAIN, "select", queue);
        }
        Finding dry = Asked.one("pool-starvation", script);
        assertEquals(3, Asked.figure(dry, "callers_count"));
        assertEquals("main.load", dry.site().function());
        assertEquals(Severity.WARNING, dry.severity(), "a fifth of the trace");
        assertEquals(Severity.NOTICE, Asked.one("pool-starvation", script, "queue_ratio=0.21").severity());
        assertEquals(Severity.WARNING,
                Asked.one("pool-starvation", script, "queue_ratio=0.21", "long_ns=40000000").severity());
        Asked.none("pool-starvation", script, "callers_count=4");
        Asked.none("pool-starvation", script, "wait_ns=41000000");
    }

    @Test
    void aDryPoolNeedsCallersThatWaitLong() {
        Asked.none("pool-starvation", pool(2, 30_000, "network"));
        Asked.one("pool-starvation", pool(2, 30_000, "network"), "callers_count=2");
        Asked.none("pool-starvation", pool(4, 4_900, "network"));
        Asked.one("pool-starvation", pool(4, 4_900, "network"), "wait_ns=4000000");
    }
}
