package dev.faultline.model.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.event.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static Finding finding(String id, @Nullable Frame site) {
        return new Finding(id, Severity.WARNING, Confidence.CERTAIN, "", "", "",
                new Evidence(List.of(), List.of(), List.of(), List.of(), List.of()), List.of(), site, 0);
    }

    @Test
    void isOfAnIdOrOfAnIdAtAFunction() {
        Finding leak = finding("goroutine-leak", new Frame("main.watch.func1", "/a.go", 3, 0));
        Finding elsewhere = finding("goroutine-leak", null);
        assertTrue(new Suppression("goroutine-leak", "").matches(leak));
        assertTrue(new Suppression("goroutine-leak", "").matches(elsewhere));
        assertTrue(new Suppression("goroutine-leak", "main.watch*").matches(leak));
        assertFalse(new Suppression("goroutine-leak", "main.watch").matches(leak));
        assertFalse(new Suppression("goroutine-leak", "main.watch*").matches(elsewhere));
        assertFalse(new Suppression("deadlock", "").matches(leak));
    }

    @Test
    void oneOfAFindingMatchesIt() {
        for (Finding one : List.of(finding("deadlock", new Frame("main.lock", "/a.go", 9, 0)),
                finding("gc-pressure", null))) {
            assertTrue(Suppression.of(one).matches(one));
        }
        assertEquals("deadlock @ main.lock",
                Suppression.of(finding("deadlock", new Frame("main.lock", "/a.go", 9, 0))).text());
        assertEquals("gc-pressure", Suppression.of(finding("gc-pressure", null)).text());
    }
}
