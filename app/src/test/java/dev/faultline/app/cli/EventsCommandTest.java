package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.cli.Shell.Result;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventsCommandTest {
    private static final Path TRACE = sample("go1.27/lock-order-deadlock.trace");
    private static final Pattern LINE = Pattern
            .compile("(\\d+) m=(\\d+|-) p=(\\d+|-) g=(\\d+|-) ([A-Z][A-Za-z]+)( of [gp]=\\d+)?( .*)?");

    private final Shell shell = new Shell();

    @Test
    void printsEveryEventInOrderOnALine() throws IOException {
        Result result = shell.run("events", TRACE);
        assertEquals(0, result.code(), result.err());
        try (Trace trace = TraceReader.read(TRACE, Progress.NONE)) {
            assertEquals(trace.events().size(), result.lines().size());
            for (int row = 0; row < trace.events().size(); row++) {
                String line = result.lines().get(row);
                assertTrue(LINE.matcher(line).matches(), line);
                assertTrue(line.startsWith(trace.events().time(row) + " "), line);
            }
        }
    }

    @Test
    void tellsWhereAndWhyAGoroutineBlocks() {
        List<String> lines = shell.run("events", TRACE, "--kind", "goblock").lines();
        assertTrue(lines.stream().anyMatch(l -> l.contains(" GoBlock reason=\"sync\" at sync.") && l.contains(".go:")),
                String.join("\n", lines));
        assertTrue(lines.stream().allMatch(l -> l.contains(" GoBlock ")));
    }

    @Test
    void keepsToTheGivenTime() {
        List<String> all = shell.run("events", TRACE).lines();
        List<String> some = shell.run("events", TRACE, "--from", "100ms", "--to", "0.2s").lines();
        assertEquals(all.stream().filter(l -> time(l) >= 100_000_000 && time(l) <= 200_000_000).toList(), some);
        assertTrue(!some.isEmpty() && some.size() < all.size());
    }

    @Test
    void followsOneGoroutine() {
        List<String> lines = shell.run("events", TRACE, "--goroutine", "1").lines();
        assertTrue(!lines.isEmpty());
        assertTrue(lines.stream().allMatch(l -> (l + " ").contains(" g=1 ") || (l + " ").contains(" of g=1 ")));
    }

    @Test
    void refusesAGoroutineThatTheTraceDoesNotHold() {
        Result result = shell.run("events", TRACE, "--goroutine", "987654321");
        assertEquals(2, result.code());
        assertEquals("", result.out());
    }

    private static long time(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }
}
