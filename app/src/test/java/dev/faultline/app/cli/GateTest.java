package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.app.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Baselines, budgets and exit codes.
class GateTest {
    private static final Path LEAK = sample("go1.27/range-never-closed.trace");
    private static final Path SPANS = sample("go1.27/span-not-ended.trace");
    private static final Path HEALTHY = sample("go1.27/healthy-spans.trace");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    private Path baseline(Object... traces) {
        Path file = folder.resolve("baseline.json");
        Object[] words = new Object[traces.length + 3];
        words[0] = "analyze";
        System.arraycopy(traces, 0, words, 1, traces.length);
        words[traces.length + 1] = "--write-baseline";
        words[traces.length + 2] = file;
        Result result = shell.run(words);
        assertEquals(0, result.code(), result.err());
        return file;
    }

    @Test
    void knownFindingsPassAndOthersAreNew() throws IOException {
        Path baseline = baseline(LEAK);
        byte[] first = Files.readAllBytes(baseline);
        Result known = shell.run("analyze", LEAK, "--baseline", baseline, "--fail-on", "notice:possible");
        assertEquals(0, known.code(), known.out());
        assertTrue(known.lines().contains("Compared with the baseline: 0 new, 0 worse, 2 known"), known.out());
        assertTrue(known.lines().contains("WARNING  goroutine-leak  (likely)  known"), known.out());
        assertEquals("Passed", known.lines().getLast());
        Result other = shell.run("analyze", SPANS, "--baseline", baseline, "--fail-on", "warning");
        assertEquals(1, other.code(), other.out());
        assertTrue(other.out().contains("\n  new    warning unfinished-span "), other.out());
        assertTrue(other.out().contains("\n  gone   warning goroutine-leak created:"), other.out());
        assertTrue(other.lines().getLast().startsWith("Failed: 2 new or worse findings match --fail-on warning"),
                other.out());
        assertEquals(0, shell.run("analyze", SPANS, "--baseline", baseline).code(), "nobody asked it to fail");
        assertArrayEquals(first, Files.readAllBytes(baseline(LEAK)));
    }

    /// Go 1.19 names closures otherwise, has other goroutine ids, lines in the runtime and a format of its own.
    @ParameterizedTest
    @CsvSource({"slow-leak", "lost-context"})
    void oneReleaseOfGoIsTheBaselineOfAnother(String name) throws IOException {
        Path baseline = baseline(sample("go1.19/" + name + ".trace"));
        Result result = shell.run("analyze", sample("go1.27/" + name + ".trace"), "--baseline", baseline, "--fail-on",
                "warning", "--json", "-");
        assertEquals(0, result.code(), result.out());
        JsonNode json = MAPPER.readTree(result.out());
        assertTrue(json.at("/baseline/known").asInt() > 0);
        assertEquals(0, json.at("/baseline/worse").asInt());
        assertFalse(json.get("failed").asBoolean());
    }

    /// Other lines, goroutine ids, numbers of closures and type arguments; see the sources beside the traces.
    @Test
    void anEditedProgramHasTheSameFindings() {
        Path edited = Path.of("src/test/resources/dev/faultline/app/edited");
        Path baseline = baseline(edited.resolve("before.trace"));
        Result after = shell.run("analyze", edited.resolve("after.trace"), "--baseline", baseline, "--fail-on",
                "notice:possible");
        assertEquals(0, after.code(), after.out());
        Result worse = shell.run("analyze", edited.resolve("worse.trace"), "--baseline", baseline, "--fail-on",
                "critical");
        assertEquals(1, worse.code(), worse.out());
        assertTrue(worse.out().contains("\n  Worse    leaked goroutines 60, was 12\n"), worse.out());
    }

    @Test
    void saysWhatGotWorse() throws IOException {
        Path baseline = baseline(LEAK);
        ObjectNode text = (ObjectNode) MAPPER.readTree(baseline.toFile());
        ((ObjectNode) text.at("/findings/0/figures")).put("leaked_count", 3);
        ((ObjectNode) text.at("/findings/0")).put("severity", "notice");
        Files.writeString(baseline, text.toString());
        Result result = shell.run("analyze", LEAK, "--baseline", baseline, "--fail-on", "goroutine-leak");
        assertEquals(1, result.code(), result.out());
        assertTrue(result.out().contains("\n  Worse    warning, was notice; leaked goroutines 8, was 3\n"),
                result.out());
        JsonNode json = MAPPER.readTree(shell.run("analyze", LEAK, "--baseline", baseline, "--json", "-").out());
        assertEquals("worse", json.at("/findings/0/baseline").asText());
        assertEquals("notice", json.at("/findings/0/was_severity").asText());
        assertEquals(3, json.at("/findings/0/was_figures/leaked_count").asInt());
        assertEquals("known", json.at("/findings/1/baseline").asText());
    }

    @Test
    void aBaselineOfSeveralTracesKnowsWhatAnyOfThemShows() {
        Path baseline = baseline(LEAK, SPANS);
        Result result = shell.run("analyze", SPANS, LEAK, "--baseline", baseline, "--fail-on", "notice:possible");
        assertEquals(0, result.code(), result.out());
        assertFalse(result.out().contains("gone"), result.out());
    }

    @Test
    void whatIsOnlyPossibleFailsWhereThatIsAskedFor() {
        Path possible = sample("go1.27/leak-before-start.trace");
        assertEquals(0, shell.run("analyze", possible, "--fail-on", "warning").code());
        assertEquals(0, shell.run("analyze", possible, "--fail-on", "goroutine-leak").code());
        assertEquals(1, shell.run("analyze", possible, "--fail-on", "warning:possible").code());
        assertEquals(1, shell.run("analyze", possible, "--fail-on", "deadlock, goroutine-leak:possible").code());
        assertEquals(0, shell.run("analyze", LEAK, "--fail-on", "deadlock,critical").code());
        assertEquals(1, shell.run("analyze", LEAK, "--fail-on", "deadlock,goroutine-leak").code());
    }

    @Test
    void budgetsSayValueAndLimit() throws IOException {
        Result result = shell.run("analyze", SPANS, "--max", "goroutines=5000", "--max", "stw=1us", "--min",
                "span-closure=0.95", "--max", "p99-task:no such=2ms");
        assertEquals(1, result.code(), result.out());
        assertTrue(result.out().contains("\n  broken   stw is "), result.out());
        assertTrue(result.out().contains(" allowed at most 1.00 µs\n"), result.out());
        assertTrue(result.out().contains("\n  broken   span-closure is "), result.out());
        assertTrue(result.out().contains("\n  kept     goroutines is "), result.out());
        assertTrue(result.out().contains("\n  unknown  p99-task:no such has no value in this trace"), result.out());
        assertEquals("Failed: 2 broken budgets", result.lines().getLast());
        JsonNode json = MAPPER.readTree(shell.run("analyze", SPANS, "--max", "stw=1us", "--json", "-").out());
        assertEquals("stw", json.at("/budgets/0/metric").asText());
        assertEquals(1000, json.at("/budgets/0/max").asInt());
        assertTrue(json.at("/budgets/0/value").asInt() > 1000);
        assertTrue(json.at("/budgets/0/broken").asBoolean());
        assertTrue(json.get("failed").asBoolean());
        assertEquals(0, shell.run("analyze", SPANS, "--max", "gc-cpu=10%", "--min", "events=1").code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "--max|p99=2ms|unknown metric 'p99'; known are: events,", "--max|stw|'stw' is not METRIC=VALUE",
            "--min|stw=fast|'fast' is not a time such as 2ms", "--max|gc-cpu=3ms|'3ms' is not a share such as 10%",
            "--fail-on|warning,leek|unknown finding 'leek'; known are:", "--fail-on|,|unknown finding ''",
            "--baseline|no such file|cannot read the baseline no such file: no such file or folder"})
    void saysWhatItDoesNotUnderstand(String option, String value, String sentence) {
        Result result = shell.run("analyze", HEALTHY, option, value);
        assertEquals(2, result.code());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(sentence), result.err());
    }

    @Test
    void refusesWhatIsNoBaseline() {
        Result trace = shell.run("analyze", HEALTHY, "--baseline", LEAK);
        assertEquals(2, trace.code());
        assertTrue(trace.err().startsWith("faultline: cannot read the baseline " + LEAK + ": it is not JSON: "),
                trace.err());
        assertEquals("faultline: cannot read the baseline " + folder + ": it is a folder\n",
                shell.run("analyze", HEALTHY, "--baseline", folder).err());
    }

    @Test
    void writesNothingOverWhatItReads() throws IOException {
        Path copy = Files.copy(LEAK, folder.resolve("copy.trace"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), copy);
        for (String option : new String[]{"--json", "--pdf", "--write-baseline"}) {
            for (Path target : new Path[]{copy, link}) {
                Result result = shell.run("analyze", copy, option, target);
                assertEquals(2, result.code(), option);
                assertEquals("faultline: " + target + " is read: it cannot be written at the same time\n",
                        result.err());
                assertEquals("", result.out());
            }
        }
        assertEquals(-1, Files.mismatch(LEAK, copy));
        Path one = folder.resolve("one");
        assertEquals("faultline: two results cannot both be written to " + one + "\n",
                shell.run("analyze", copy, "--json", one, "--write-baseline", one).err());
        assertFalse(Files.exists(one));
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    @EnabledIf("hasFullDevice")
    void saysInOneSentenceThatADiskIsFull() {
        for (String option : new String[]{"--json", "--write-baseline"}) {
            Result result = shell.run("analyze", LEAK, option, "/dev/full");
            assertEquals(2, result.code(), option);
            assertTrue(result.err().matches("faultline: cannot write /dev/full: .+\\n"), result.err());
        }
    }

    @Test
    void leavesNothingHalfWritten() throws IOException {
        Path missing = folder.resolve("no").resolve("baseline.json");
        Result result = shell.run("analyze", LEAK, "--write-baseline", missing);
        assertEquals(2, result.code());
        assertEquals("faultline: cannot write " + missing + ": no such file or folder\n", result.err());
        assertEquals("faultline: cannot write " + folder + ": it is a folder\n",
                shell.run("analyze", LEAK, "--write-baseline", folder).err());
        Path kept = Files.writeString(folder.resolve("kept.json"), "as it was");
        Path text = Files.writeString(folder.resolve("diary.txt"), "Dear diary");
        Result partly = shell.run("analyze", LEAK, text, "--write-baseline", kept);
        assertEquals(3, partly.code());
        assertTrue(partly.err().contains(kept + " was not written, since not all traces could be read"), partly.err());
        assertEquals("as it was", Files.readString(kept));
        try (var left = Files.list(folder)) {
            assertEquals(2, left.count());
        }
    }
}
