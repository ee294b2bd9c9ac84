package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class TerminalSafeTest {
    @Test
    void showsWhatWouldSteerATerminalAsEscapes() {
        assertEquals("main\\u001b[2Jwork\\n\\t\\u0007", TerminalSafe.of("main\033[2Jwork\n\t\007"));
        assertEquals("\\u009b31m", TerminalSafe.of("\u009b31m"));
    }

    @Test
    void showsWhatWouldTurnTheDirectionOfWriting() {
        assertEquals("a\\u202eexe.txt", TerminalSafe.of("a\u202eexe.txt"));
    }

    @Test
    void leavesEveryScriptAlone() {
        String text = "пакет/воркер → 工作 café \uD83D\uDE00";
        assertSame(text, TerminalSafe.of(text));
    }
}
