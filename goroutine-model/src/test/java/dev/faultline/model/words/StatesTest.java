package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.GoState;
import dev.faultline.model.WaitKind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatesTest {
    @Test
    void aWaitSaysWhatItIsFor() {
        assertEquals("blocked on chan send", States.verb(GoState.WAITING, WaitKind.CHAN_SEND));
        assertEquals("waiting for network I/O", States.verb(GoState.WAITING, WaitKind.NETWORK));
        assertEquals("blocked forever", States.verb(GoState.WAITING, WaitKind.FOREVER));
        assertEquals("in a syscall", States.verb(GoState.SYSCALL, WaitKind.NONE));
        assertEquals("chan send", States.label(GoState.WAITING, WaitKind.CHAN_SEND));
        assertEquals("running", States.label(GoState.RUNNING, WaitKind.NONE));
    }

    @Test
    void noTwoWaitsReadAlike() {
        Set<String> seen = new HashSet<>();
        for (WaitKind kind : WaitKind.values()) {
            String words = States.verb(GoState.WAITING, kind);
            assertFalse(words.isBlank());
            assertTrue(seen.add(words) || kind == WaitKind.UNKNOWN, kind + " reads like another: " + words);
        }
    }
}
