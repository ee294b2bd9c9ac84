package dev.faultline.app.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.trace.progress.Phase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long MS = 1_000_000;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    private long now;

    @Test
    void showsNothingForShortWork() {
        try (ProgressLine line = new ProgressLine(stream, () -> now)) {
            now = 250 * MS;
            line.update(Phase.READING, 99, 100);
        }
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void showsLongWorkNowAndThenAndErasesItself() {
        try (ProgressLine line = new ProgressLine(stream, () -> now)) {
            now = 400 * MS;
            line.update(Phase.READING, 50, 100);
            now += 10 * MS;
            line.update(Phase.READING, 51, 100);
            now += 100 * MS;
            line.update(Phase.RECONSTRUCTING, 3, 0);
        }
        assertEquals("\r\033[Kreading the trace 50 %\r\033[Kreconstructing goroutines\r\033[K",
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void staysSilentWhereNobodyWatches() {
        Terminal terminal = new Terminal(new ResultStream(new ByteArrayOutputStream()), stream, true, false);
        try (ProgressLine.Watched line = ProgressLine.on(terminal)) {
            assertEquals(dev.faultline.trace.progress.Progress.NONE, line.progress());
        }
    }
}
