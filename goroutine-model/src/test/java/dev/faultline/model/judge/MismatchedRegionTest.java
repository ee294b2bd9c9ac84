package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Script;
import dev.faultline.model.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Regions whose start and end do not fit together.
class MismatchedRegionTest {
    private static Script task() {
        return new Script(100_000).task(new long[]{10, 50_000}, MAIN, 7, "load").create(20, MAIN, 2, "main.part",
                "main.main:3").start(30, 2);
    }

    private static void said(Script script, String words) {
        Finding found = Asked.one("mismatched-region", script);
        assertEquals(1, Asked.figure(found, "regions_count"));
        assertTrue(found.summary().contains(words), found.summary());
        assertEquals("main.part", found.site().function());
        Asked.none("orphan-work", script);
    }

    @Test
    void aRegionThatEndsTwiceIsSaid() {
        said(task().region(new long[]{100, 2000}, 2, 7, "read").regionEnds(3000, 2, 7, "read"), "ended twice");
    }

    @Test
    void aRegionThatEndsOnAnotherGoroutineIsSaid() {
        said(task().region(new long[]{100}, MAIN, 7, "read").regionEnds(3000, 2, 7, "read"), "another goroutine");
    }

    @Test
    void regionsThatEndInTheWrongOrderAreSaid() {
        Script script = task().region(new long[]{100}, 2, 7, "outer").region(new long[]{200}, 2, 7, "inner")
                .regionEnds(3000, 2, 7, "outer").regionEnds(3100, 2, 7, "inner");
        said(script, "while a region begun after it was still open");
        assertTrue(Asked.one("mismatched-region", script).why().contains("refuse"));
    }

    @Test
    void aRegionLeftOpenByWhoEndsItsTaskIsSaid() {
        said(task().region(new long[]{100}, MAIN, 7, "read"), "still open when");
    }

    @Test
    void regionsThatFitAreNot() {
        Asked.none("mismatched-region", task().region(new long[]{100, 4000}, 2, 7, "outer")
                .region(new long[]{200, 3000}, 2, 7, "inner").region(new long[]{5000, 6000}, 2, 7, "inner"));
        Asked.none("mismatched-region", task().regionEnds(3000, MAIN, 7, "from before"));
    }

    /// It may still be at work when the trace ends, or be what nobody waits for.
    @Test
    void aRegionOfAnotherGoroutineThatIsOpenIsNot() {
        Script script = task().region(new long[]{100}, 2, 7, "read");
        Asked.none("mismatched-region", script);
        assertEquals(List.of("orphan-work"), Asked.of("orphan-work", script).stream().map(Finding::id).toList());
    }
}
