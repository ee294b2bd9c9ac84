package dev.faultline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a wait is for is the same wherever it is asked, told by a reason or by the stack alone.
class WaitKindsTest {
    private static final int WAITER = 5;

    @ParameterizedTest
    @CsvSource({"runtime.chanrecv1, CHAN_RECEIVE", "runtime.chanrecv2, CHAN_RECEIVE", "runtime.chansend1, CHAN_SEND",
            "runtime.selectgo, SELECT", "runtime.block, FOREVER", "internal/poll.runtime_pollWait, NETWORK",
            "time.Sleep, SLEEP", "sync.runtime_notifyListWait, COND", "sync.runtime_Semacquire, SYNC",
            "sync.runtime_SemacquireRWMutexR, SYNC", "internal/sync.runtime_SemacquireMutex, SYNC",
            "internal/poll.runtime_Semacquire, SYNC", "runtime.gcParkAssist, GC", "runtime.coroswitch, COROUTINE",
            "main.unknown, UNKNOWN"})
    void theStackTellsWhereNoReasonIsGiven(String function, WaitKind kind) {
        TraceModel model = new Script(1000).old(WAITER, function + ":7 < main.wait:3").build();
        assertEquals(kind, model.spans(model.goroutines().indexOf(WAITER)).wait(0));
        assertAllWaitingIs(kind, model);
    }

    @ParameterizedTest
    @CsvSource({"chan send, CHAN_SEND", "chan receive, CHAN_RECEIVE", "select, SELECT", "sync, SYNC",
            "sync.(*Cond).Wait, COND", "network, NETWORK", "sleep, SLEEP", "forever, FOREVER",
            "GC mark assist wait for work, GC", "wait until GC ends, GC", "GC of a release to come, GC",
            "system goroutine wait, SYSTEM", "synctest, UNKNOWN"})
    void theReasonTells(String reason, WaitKind kind) {
        TraceModel model = new Script(1000).create(10, Script.MAIN, WAITER, "main.work", "main.main:9")
                .start(20, WAITER).block(30, WAITER, reason, "main.wait:3").build();
        Spans spans = model.spans(model.goroutines().indexOf(WAITER));
        assertEquals(kind, spans.wait(spans.size() - 1));
        assertAllWaitingIs(kind, model);
    }

    private static void assertAllWaitingIs(WaitKind kind, TraceModel model) {
        int waiter = model.goroutines().indexOf(WAITER);
        model.goroutines().waits(waiter, (_, found, _) -> assertEquals(kind, found, "sums"));
        for (SpanCursor c = model.allSpans(); c.next();) {
            if (c.goroutine() == waiter && c.state() == GoState.WAITING) {
                assertEquals(kind, c.kind(), "all spans");
            }
        }
    }
}
