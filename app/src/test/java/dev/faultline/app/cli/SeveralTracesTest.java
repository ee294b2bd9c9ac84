package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.app.cli.Shell.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several files, folders and archives in one call of `analyze` and `rank`.
class SeveralTracesTest {
    private static final Path LEAK = sample("go1.27/range-never-closed.trace");
    private static final Path HEALTHY = sample("go1.27/healthy-spans.trace");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private final Shell shell = new Shell();
    private Path traces;

    /// A leak, an archive with a healthy trace, a damaged packed file, and files that are no traces.
    @BeforeEach
    void fill() throws IOException {
        traces = Files.createDirectories(folder.resolve("traces"));
        Files.createDirectories(traces.resolve("b"));
        Files.copy(LEAK, traces.resolve("leak.trace"));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(traces.resolve("b/two.zip")))) {
            out.putNextEntry(new ZipEntry("in.trace"));
            Files.copy(HEALTHY, out);
            out.putNextEntry(new ZipEntry("readme.txt"));
        }
        Files.writeString(traces.resolve("notes.txt"), "go for it");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(traces.resolve("log.gz")))) {
            out.write("a log\n".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(traces.resolve("sources.zip")))) {
            out.putNextEntry(new ZipEntry("main.go"));
            out.write(1);
        }
    }

    @Test
    void aFolderGivesEachTraceAndTheirRanking() throws IOException {
        Result result = shell.run("analyze", traces);
        assertEquals(0, result.code(), result.err());
        assertEquals("", result.err(), "files of other kinds are passed over");
        List<String> lines = result.lines();
        assertTrue(lines.contains(traces + "/leak.trace"), result.out());
        assertTrue(lines.contains(traces + "/b/two.zip!/in.trace"), result.out());
        int ranking = lines.indexOf("Ranking");
        assertTrue(lines.get(ranking + 2).endsWith("leak.trace"), "the worst first: " + result.out());
        assertTrue(lines.get(ranking + 3).endsWith("in.trace"), result.out());
        JsonNode json = MAPPER.readTree(shell.run("analyze", traces, "--json", "-").out());
        assertEquals(2, json.get("traces").size());
        assertEquals(traces + "/leak.trace", json.at("/ranking/0/file").asText());
        assertEquals(json.at("/traces/1/trace/events"), json.at("/ranking/0/events_count"));
        assertEquals(1, shell.run("analyze", traces, "--fail-on", "warning").code());
    }

    @Test
    void oneBadFileDoesNotEndIt() throws IOException {
        Path bad = Files.writeString(folder.resolve("diary.txt"), "Dear diary");
        Result result = shell.run("analyze", bad, LEAK, folder.resolve("missing"), "--fail-on", "warning");
        assertEquals(3, result.code(), "the highest of 1 and 3");
        assertEquals(2, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(bad + ": expected"), result.err());
        assertTrue(result.err().contains("missing: no such file"), result.err());
        assertTrue(result.out().contains("not readable: " + bad), result.out());
        assertTrue(result.out().contains("\n  8 goroutines have been blocked"), result.out());
        JsonNode json = MAPPER.readTree(shell.run("analyze", bad, LEAK, "--json", "-").out());
        assertEquals(1, json.get("traces").size());
        assertTrue(json.at("/ranking/1/error").asText().contains("expected"), json.at("/ranking").toPrettyString());
    }

    @Test
    void aFolderWithoutTracesIsAnError() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        for (String verb : List.of("analyze", "rank")) {
            Result result = shell.run(verb, empty);
            assertEquals(3, result.code());
            assertEquals("faultline: no traces below the folder " + empty + ", which holds no files\n", result.err());
        }
        Files.writeString(empty.resolve("a.txt"), "text");
        assertTrue(shell.run("rank", empty).err().endsWith(" (files of other kinds: 1)\n"));
    }

    @Test
    void rankPutsTheWorstFirstByAnyMetric() {
        List<String> byFindings = files(shell.run("rank", traces, "--csv"));
        assertEquals(List.of("leak.trace", "in.trace"), byFindings);
        assertEquals(List.of("in.trace", "leak.trace"), files(shell.run("rank", traces, "--csv", "--by", "events")));
        assertEquals(List.of("in.trace", "leak.trace"),
                files(shell.run("rank", traces, "--csv", "--by", "span-closure")), "one has no value: it comes last");
    }

    private static List<String> files(Result result) {
        assertEquals(0, result.code(), result.err());
        List<String> names = new ArrayList<>();
        result.lines().stream().skip(1).forEach(line -> names.add(line.replaceFirst(".*/([^/,]+),.*", "$1")));
        return names;
    }

    @Test
    void rankPrintsTheSameInEveryForm() throws IOException {
        Path bad = Files.writeString(folder.resolve("a \"bad\", one.txt"), "Dear diary");
        Result text = shell.run("rank", traces, bad);
        assertEquals(3, text.code());
        assertEquals("", text.err(), "it is a line of the table");
        assertTrue(text.lines().getFirst().matches("critical +warning +notice +stuck +stw .* file"), text.out());
        assertTrue(text.lines().getLast().startsWith("not readable: " + bad), text.out());
        JsonNode json = MAPPER.readTree(shell.run("rank", traces, bad, "--json").out());
        List<String> csv = shell.run("rank", traces, bad, "--csv").lines();
        assertEquals(json.size() + 1, csv.size());
        for (int i = 0; i < 2; i++) {
            String[] titles = csv.getFirst().split(",", -1);
            String[] values = csv.get(i + 1).split(",", -1);
            for (int c = 0; c < titles.length - 1; c++) {
                JsonNode value = json.get(i).get(titles[c]);
                assertEquals(value.isNull() ? "" : value.asText(), values[c], titles[c]);
            }
        }
        assertTrue(csv.getLast().startsWith("\"" + folder + "/a \"\"bad\"\", one.txt\",,"), csv.getLast());
        assertTrue(json.get(2).get("error").asText().contains("Dear diary"), json.get(2).toString());
    }

    @Test
    void rankRefusesWhatItDoesNotKnow() {
        assertEquals(2, shell.run("rank").code());
        assertEquals(2, shell.run("rank", traces, "--csv", "--json").code());
        Result result = shell.run("rank", traces, "--by", "speed");
        assertEquals(2, result.code());
        assertTrue(result.err().contains("unknown metric 'speed'; known are: events"), result.err());
        assertFalse(result.err().contains("\n\n"));
    }

    /// The order of files on the disk and of threads plays no part.
    @Test
    void theSameInputGivesTheSameBytes() {
        String first = shell.run("rank", sample("go1.19"), "--json").out();
        assertEquals(first, shell.run("rank", sample("go1.19"), "--json").out());
        assertTrue(first.contains("p99_sched_latency_ns"), first);
    }
}
