package dev.faultline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void showsWhatWouldSteerATerminalAsEscapes() {
        assertEquals("main\\u001b[2Jwork\\n\\t\\u0007", Plain.of("main\033[2Jwork\n\t\007"));
        assertEquals("\\u009b31m", Plain.of("\u009b31m"));
    }

    @Test
    void showsWhatWouldTurnTheDirectionOfWriting() {
        assertEquals("a\\u202eexe.txt", Plain.of("a\u202eexe.txt"));
    }

    @Test
    void leavesEveryScriptAlone() {
        String text = "пакет/воркер → 工作 café \uD83D\uDE00";
        assertSame(text, Plain.of(text));
    }
}
