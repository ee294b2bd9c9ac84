package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.app.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `analyze --from --to`: the findings of a stretch of the trace.
class AnalyzeStretchTest {
    private static final Path POOL = sample("go1.27/pool-swallows-timeout.trace");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Shell shell = new Shell();

    @Test
    void tellsWhatHappenedThereInTheTimesOfTheWholeTrace() throws IOException {
        JsonNode json = MAPPER
                .readTree(shell.run("analyze", POOL, "--from", "100ms", "--to", "0.4s", "--json", "-").out());
        assertEquals(100_000_000, json.at("/trace/from_ns").asLong());
        assertEquals(300_000_000, json.at("/trace/duration_ns").asLong());
        JsonNode orphans = json.at("/findings/0");
        assertEquals("orphan-work", orphans.get("id").asText(), "the tasks ended before, their regions go on");
        assertEquals(300_000_000, orphans.at("/figures/longest_ns").asLong());
        orphans.get("intervals").forEach(interval -> assertEquals(List.of(100_000_000L, 400_000_000L),
                List.of(interval.get(0).asLong(), interval.get(1).asLong())));
        List<Long> goroutines = new ArrayList<>();
        orphans.get("goroutines").forEach(g -> goroutines.add(g.asLong()));
        assertEquals(List.of(11L, 12L, 13L, 14L), goroutines.stream().sorted().toList());
    }

    @Test
    void saysWhichStretchItIs() {
        List<String> lines = shell.run("analyze", POOL, "--from", "100ms", "--to", "400ms").lines();
        assertTrue(lines.get(1).contains("300.0 ms (from 100.000 ms to 400.000 ms)"), lines.get(1));
        assertTrue(lines.stream().noneMatch(l -> l.contains("late-start")), "the whole trace knows what was before");
    }

    @Test
    void allOfTheTraceIsWhatItIsWithout() throws IOException {
        JsonNode all = MAPPER.readTree(shell.run("analyze", POOL, "--json", "-").out());
        JsonNode stretch = MAPPER.readTree(shell.run("analyze", POOL, "--from", "0", "--to", "60m",
                "--json", "-").out());
        assertEquals(all.get("findings"), stretch.get("findings"));
    }

    @Test
    void refusesAStretchThatIsNotThere() {
        Result behind = shell.run("analyze", POOL, "--from", "2s");
        assertEquals(2, behind.code());
        assertTrue(behind.err().contains("--from is 2.000 s, but the trace ends at 853.888 ms"), behind.err());
        Result empty = shell.run("analyze", POOL, "--from", "20ms", "--to", "20ms");
        assertEquals(2, empty.code());
        assertTrue(empty.err().contains("--to must be later than --from"), empty.err());
    }
}
