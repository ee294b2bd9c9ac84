package dev.faultline.trace.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BoundaryTest {
    @Test
    void isTheFirstRowAtOrBehindItsTime() {
        Boundary b = new Boundary(20);
        b.row(0, 10);
        assertFalse(b.settled());
        b.row(1, 20);
        b.row(2, 30);
        assertTrue(b.settled() && !b.moved());
        assertEquals(1, b.row());
    }

    @Test
    void leavesAStopTheWorldByTheNearerEnd() {
        assertEquals(0, between(100, 110, 200).row());
        assertEquals(3, between(100, 190, 200).row());
        assertTrue(between(100, 190, 200).moved());
    }

    /// A stop from row 0 to row 2.
    private static Boundary between(long begin, long wanted, long end) {
        Boundary b = new Boundary(wanted);
        b.row(0, begin);
        b.pauseBegins(0, begin);
        b.row(1, wanted);
        assertFalse(b.settled());
        b.row(2, end);
        b.pauseEnds(2, end);
        assertTrue(b.settled());
        return b;
    }

    @Test
    void aStopThatNeverEndsIsLeftOut() {
        Boundary b = new Boundary(5);
        b.row(3, 4);
        b.pauseBegins(3, 4);
        b.row(4, 6);
        b.end();
        assertEquals(3, b.row());
    }

    @Test
    void simultaneousEventsStayInTheirOrder() {
        TieBreaker ties = new TieBreaker();
        assertEquals(100, ties.event(1, 100));
        assertEquals(101, ties.event(2, 100));
        assertEquals(101, ties.event(2, 101), "a thread's own order needs no help");
        assertEquals(102, ties.event(1, 101));
        assertEquals(90, ties.event(3, 90), "a clock that is behind stays behind");
        assertEquals(102, ties.sample(101));
        assertEquals(103, ties.event(1, 102));
        assertEquals(200, ties.event(1, 200));
    }
}
