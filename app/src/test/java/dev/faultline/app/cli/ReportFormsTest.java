package dev.faultline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.app.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The report's forms on the command line: where they go, and what is said when they cannot.
class ReportFormsTest {
    private static final Path LEAK = Shell.SAMPLES.resolve("go1.27/range-never-closed.trace");

    @TempDir
    Path folder;
    private final Shell shell = new Shell();

    @Test
    void writesEachFormThatIsAskedFor() throws IOException {
        Result result = shell.run("analyze", LEAK, "--html", folder.resolve("r.html"), "--md", folder.resolve("r.md"),
                "--sarif", folder.resolve("r.sarif"), "--junit", folder.resolve("r.xml"));
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("goroutine-leak"), "people still read the findings");
        assertTrue(Files.readString(folder.resolve("r.html")).startsWith("<!DOCTYPE html>\n"));
        assertTrue(Files.readString(folder.resolve("r.md")).startsWith("# range"));
        assertTrue(Files.readString(folder.resolve("r.xml")).contains("name=\"goroutine-leak\"><failure"));
        JsonNode found = new ObjectMapper().readTree(folder.resolve("r.sarif").toFile()).at("/runs/0/results/0");
        assertEquals("goroutine-leak", found.at("/ruleId").asText());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(4, left.count(), "nothing else is left there");
        }
    }

    @Test
    void standardOutputHoldsTheFormAlone() {
        Result result = shell.run("analyze", LEAK, "--md", "-");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("# range"), result.out());
        assertTrue(result.out().endsWith("</details>\n\n"), result.out());
    }

    @Test
    void tracesOfTheSameNameAreToldApart() throws IOException {
        for (String run : List.of("a", "b")) {
            Files.copy(LEAK, Files.createDirectories(folder.resolve(run)).resolve("trace.out"));
        }
        Result result = shell.run("analyze", folder.resolve("a/trace.out"), folder.resolve("b/trace.out"), "--md", "-");
        assertEquals(0, result.code(), result.err());
        String report = result.out().replace("\\", "");
        assertTrue(report.contains("# " + folder.resolve("a/trace.out") + "\n")
                && report.contains("# " + folder.resolve("b/trace.out") + "\n"), report);
    }

    @Test
    void framesPointAtFilesOfTheSourceRoot() throws IOException {
        JsonNode unmapped = place(shell.run("analyze", LEAK, "--sarif", "-"));
        assertTrue(unmapped.at("/artifactLocation/uri").asText().endsWith("range-never-closed.trace"),
                unmapped::toString);
        String site = new ObjectMapper().readTree(shell.run("analyze", LEAK, "--json", "-").out())
                .at("/findings/0/site").asText();
        String file = site.substring(site.lastIndexOf(' ') + 1, site.lastIndexOf(':'));
        Files.writeString(folder.resolve(file), "package main\n");
        JsonNode mapped = place(shell.run("analyze", LEAK, "--sarif", "-", "--source-root", folder));
        assertEquals(file, mapped.at("/artifactLocation/uri").asText());
        assertEquals(site.substring(site.lastIndexOf(':') + 1), mapped.at("/region/startLine").asText());
    }

    private static JsonNode place(Result result) throws IOException {
        assertEquals(0, result.code(), result.err());
        return new ObjectMapper().readTree(result.out()).at("/runs/0/results/0/locations/0/physicalLocation");
    }

    @Test
    void saysInOneSentenceWhatCannotBeWritten() throws IOException {
        Path trace = Files.copy(LEAK, folder.resolve("a.trace"));
        byte[] before = Files.readAllBytes(trace);
        refused("no such file or folder", "analyze", trace, "--html", folder.resolve("no/r.html"));
        refused("it is a folder", "analyze", trace, "--md", folder);
        refused("a.trace", "analyze", trace, "--sarif", trace);
        refused("r.x", "analyze", trace, "--sarif", folder.resolve("r.x"), "--junit", folder.resolve("r.x"));
        refused("is not a folder", "analyze", trace, "--sarif", "-", "--source-root", folder.resolve("none"));
        refused("--paper", "analyze", trace, "--pdf", folder.resolve("r.pdf"), "--paper", "a0");
        assertEquals(List.of(before.length), List.of(Files.readAllBytes(trace).length));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(trace), left.toList(), "nothing half-written is left");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFull() {
        for (String form : List.of("--html", "--md", "--sarif", "--junit")) {
            refused("cannot write /dev/full: No space left on device", "analyze", LEAK, form, "/dev/full");
        }
    }

    private void refused(String why, Object... args) {
        Result result = shell.run(args);
        assertEquals(2, result.code(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(why), result.err());
    }
}
