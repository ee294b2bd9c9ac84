package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.app.cli.Shell.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
    private static final Path LEAK = sample("go1.27/range-never-closed.trace");
    private static final Path HEALTHY = sample("go1.27/healthy-spans.trace");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void writesTheFieldsThatScriptsRelyOn() throws IOException {
        Result result = shell.run("analyze", LEAK, "--json", "-");
        assertEquals("", result.err());
        JsonNode json = MAPPER.readTree(result.out());
        assertEquals("range-never-closed.trace", json.at("/trace/file").asText());
        assertEquals("go 1.26 trace", json.at("/trace/format").asText());
        assertEquals(golden(LEAK).get("duration_ns").asDouble(), json.at("/trace/duration_ns").asDouble(), 10_000);
        assertEquals(golden(LEAK).get("goroutine_count"), json.at("/trace/goroutines"));
        assertTrue(json.at("/read/complete").asBoolean());
        assertEquals(0, json.at("/read/lost_bytes").asLong());
        JsonNode leak = finding(json, "goroutine-leak");
        for (String field : List.of("severity", "confidence", "summary", "why", "advice")) {
            assertFalse(leak.get(field).asText().isEmpty(), field);
        }
        assertEquals(12, leaked(json), "certain, likely and possible together");
        assertTrue(leak.at("/stacks/0/count").asLong() > 0);
        assertTrue(leak.at("/stacks/0/frames/0").asText().matches(".+ .+\\.go:\\d+"), leak.toPrettyString());
        leak.get("figures").fieldNames().forEachRemaining(
                name -> assertTrue(name.matches(".+_(ns|bytes|ratio|count)"), name));
    }

    @Test
    void printsTheSameFindingsForPeople() {
        List<String> lines = shell.run("analyze", LEAK).lines();
        assertEquals("range-never-closed.trace", lines.getFirst());
        assertTrue(lines.stream().anyMatch(l -> l.matches("(CRITICAL|WARNING)  goroutine-leak  \\(.+\\)")),
                String.join("\n", lines));
        assertTrue(lines.stream().noneMatch(l -> l.contains("\033")), "no colours where nobody sees them");
    }

    @Test
    void coloursSeveritiesOnATerminalOnly() {
        assertTrue(new Shell().interactive().run("analyze", LEAK).out().contains("\033["));
    }

    @Test
    void failsWhereItWasAskedTo() {
        assertEquals(0, shell.run("analyze", LEAK).code());
        assertEquals(1, shell.run("analyze", LEAK, "--fail-on", "warning").code());
        assertEquals(1, shell.run("analyze", LEAK, "--fail-on", "broken-context,goroutine-leak").code());
        assertEquals(0, shell.run("analyze", LEAK, "--fail-on", "broken-context").code());
        assertEquals(0, shell.run("analyze", HEALTHY, "--fail-on", "warning").code());
    }

    @Test
    void takesThresholdsFromTheUser() {
        Result strict = shell.run("analyze", HEALTHY, "--set", "scheduler-latency.p99_ns=1", "--json", "-");
        Result usual = shell.run("analyze", HEALTHY, "--json", "-");
        assertTrue(strict.out().contains("\"scheduler-latency\""), strict.err() + strict.out());
        assertFalse(usual.out().contains("\"scheduler-latency\""));
    }

    @Test
    void theLastWordOnAThresholdIsTheCommandLines() throws IOException {
        Path file = Files.writeString(folder.resolve("rules.properties"), "scheduler-latency.p99_ns=1\n");
        Shell configured = new Shell().settings(file);
        assertTrue(configured.run("analyze", HEALTHY).out().contains("scheduler-latency"));
        assertFalse(
                configured.run("analyze", HEALTHY, "--set", "scheduler-latency.p99_ns=1e9").out()
                        .contains("scheduler-latency"));
        Path other = Files.writeString(folder.resolve("other.properties"), "");
        assertFalse(configured.run("analyze", HEALTHY, "--settings", other).out().contains("scheduler-latency"));
        JsonNode json = MAPPER.readTree(configured.run("analyze", HEALTHY, "--json", "-").out());
        assertEquals(1, json.at("/settings/scheduler-latency.p99_ns").asInt());
    }

    @Test
    void countsWhatIsSuppressed() throws IOException {
        Result result = shell.run("analyze", LEAK, "--suppress", "goroutine-leak@main.range*", "--fail-on", "warning");
        assertEquals(0, result.code(), result.out());
        assertTrue(result.lines().contains("Suppressed  2 findings: goroutine-leak @ main.rangeNeverClosed.func1 (2)"),
                result.out());
        JsonNode json = MAPPER
                .readTree(shell.run("analyze", LEAK, "--suppress", "goroutine-leak", "--json", "-").out());
        assertEquals(0, json.get("findings").size());
        assertTrue(json.at("/suppressed/0/site").asText().startsWith("main.rangeNeverClosed.func1 leaks.go:"));
        assertEquals(1, shell.run("analyze", LEAK, "--suppress", "goroutine-leak@main.other", "--fail-on", "warning")
                .code());
    }

    @Test
    void saysWhichRulesHaveTooLittleData() throws IOException {
        Result result = shell.run("analyze", LEAK);
        assertTrue(result.out().contains("Not checked: missing data"), result.out());
        JsonNode lacks = MAPPER.readTree(shell.run("analyze", LEAK, "--json", "-").out()).get("not_checked");
        assertTrue(lacks.findValuesAsText("id").contains("broken-context"), lacks.toPrettyString());
        JsonNode spans = MAPPER.readTree(shell.run("analyze", HEALTHY, "--json", "-").out()).get("not_checked");
        assertFalse(spans.findValuesAsText("id").contains("broken-context"), spans.toPrettyString());
    }

    @Test
    void refusesSettingsThatItDoesNotKnow() throws IOException {
        Path file = Files.writeString(folder.resolve("rules.properties"), "long-stw.limit=1\n");
        Result result = new Shell().settings(file).run("analyze", LEAK);
        assertEquals(2, result.code());
        assertEquals("", result.out());
        assertEquals(
                "faultline: " + file + ": unknown setting 'long-stw.limit'; long-stw has: long-stw.critical_ns, "
                        + "long-stw.threshold_ns\n",
                result.err());
        for (String[] wrong : new String[][]{{"--set", "long-stw.threshold_ns=fast"}, {"--set", "long-stw.x=1"},
                {"--set", "stw.threshold_ns=1"}, {"--suppress", "leak"}, {"--suppress", "late-start@"},
                {"--settings", folder.resolve("none").toString()}}) {
            Result one = shell.run("analyze", LEAK, wrong[0], wrong[1]);
            assertEquals(2, one.code(), one.err());
            assertEquals(1, one.err().lines().count(), one.err());
        }
    }

    @Test
    void writesReportAndJsonBesideTheText() throws IOException {
        Path pdf = folder.resolve("re port.pdf");
        Path json = folder.resolve("findings.json");
        Result result = shell.run("analyze", LEAK, "--pdf", pdf, "--json", json);
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("goroutine-leak"));
        assertEquals("%PDF-", new String(Files.readAllBytes(pdf), 0, 5, StandardCharsets.ISO_8859_1));
        assertEquals(MAPPER.readTree(shell.run("analyze", LEAK, "--json", "-").out()),
                MAPPER.readTree(Files.readString(json)));
    }

    @Test
    void saysThatAResultCannotBeWritten() {
        Path nowhere = folder.resolve("no").resolve("report.pdf");
        Result result = shell.run("analyze", LEAK, "--pdf", nowhere);
        assertEquals(2, result.code());
        assertEquals("faultline: cannot write " + nowhere + ": no such file or folder\n", result.err());
    }

    @Test
    void takesTheTracesOfAnArchiveOneByOne() throws IOException {
        Path zip = folder.resolve("both.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path trace : List.of(LEAK, HEALTHY)) {
                out.putNextEntry(new ZipEntry(trace.getFileName().toString()));
                Files.copy(trace, out);
            }
        }
        Result result = shell.run("analyze", zip, "--pdf", folder.resolve("report.pdf"));
        assertEquals(0, result.code(), result.err());
        assertTrue(result.lines().contains("both.zip!/range-never-closed.trace"), result.out());
        assertTrue(result.lines().contains("both.zip!/healthy-spans.trace"), result.out());
        try (PDDocument report = Loader.loadPDF(folder.resolve("report.pdf").toFile())) {
            List<String> chapters = new ArrayList<>();
            report.getDocumentCatalog().getDocumentOutline().children().forEach(item -> chapters.add(item.getTitle()));
            assertEquals(List.of("2 traces", "both.zip!/range-never-closed.trace", "both.zip!/healthy-spans.trace"),
                    chapters);
        }
    }

    private static JsonNode golden(Path trace) throws IOException {
        return MAPPER.readTree(Path.of(trace.toString().replace(".trace", ".golden.json")).toFile());
    }

    private static int leaked(JsonNode json) {
        int all = 0;
        for (JsonNode finding : json.get("findings")) {
            all += finding.get("id").asText().equals("goroutine-leak") ? finding.get("goroutines").size() : 0;
        }
        return all;
    }

    private static JsonNode finding(JsonNode json, String id) {
        for (JsonNode finding : json.get("findings")) {
            if (finding.get("id").asText().equals(id)) {
                return finding;
            }
        }
        throw new AssertionError("no " + id + " in " + json.toPrettyString());
    }
}
