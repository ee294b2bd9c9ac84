package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.app.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `faultline compare`.
class CompareCommandTest {
    private static final Path BEFORE = sample("comparison/before.trace.gz");
    private static final Path AGAIN = sample("comparison/again.trace.gz");
    private static final Path LOCK = sample("comparison/longer-lock.trace.gz");
    private static final Path LEAK = sample("comparison/leak.trace.gz");

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @Test
    void saysThatTwoRunsOfAProgramDoNotDiffer() {
        Result result = shell.run("compare", BEFORE, AGAIN, "--fail-on", "worse");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.lines().contains("No difference."), result.out());
        assertTrue(result.lines().getFirst().startsWith("Old  " + BEFORE), result.out());
        assertTrue(result.out().contains("spread unknown"), result.out());
    }

    @Test
    void printsWhatGotWorseFirst() {
        Result result = shell.run("compare", BEFORE, LOCK);
        assertEquals(0, result.code());
        List<String> lines = result.lines();
        int worse = lines.indexOf("WORSE");
        assertEquals("  wait site: sync.(*Mutex).Lock in main.(*store).get  (main.(*store).get main.go:31)",
                lines.get(worse + 1));
        assertTrue(lines.get(worse + 2).matches("    wait time .* → .* \\(\\d.* ×\\).*"), lines.get(worse + 2));
        assertTrue(lines.contains("RUNNING TIME  share of all running time, by function with what it calls"));
        assertEquals(0, shell.run("compare", BEFORE, LOCK, "--fail-on", "worse").code(),
                "one run a side tells findings only");
    }

    @Test
    void failsOnANewFinding() throws IOException {
        Path html = folder.resolve("out.html");
        Path pdf = folder.resolve("out.pdf");
        Result result = shell.run("compare", BEFORE, LEAK, "--fail-on", "WORSE", "--html", html, "--pdf", pdf);
        assertEquals(1, result.code());
        assertTrue(Files.readString(html).contains("goroutine-leak"));
        assertTrue(Files.size(pdf) > 1000);
        assertTrue(result.lines().contains("  new finding  goroutine-leak  (critical, likely)"), result.out());
        assertEquals(0, shell.run("compare", LEAK, BEFORE, "--fail-on", "worse").code());
    }

    @Test
    void comparesFoldersAndPatterns() throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        Path now = Files.createDirectory(folder.resolve("new"));
        for (int run = 0; run < 5; run++) {
            Files.copy(run % 2 == 0 ? BEFORE : AGAIN, old.resolve(run + ".trace.gz"));
            Files.copy(LOCK, now.resolve(run + ".trace.gz"));
        }
        Files.writeString(now.resolve("readme.txt"), "not a trace");
        Path json = folder.resolve("out.json");
        Result result = shell.run("compare", old.resolve("*.gz"), now, "--json", json, "--fail-on", "worse");
        assertEquals(1, result.code(), result.err());
        assertTrue(result.err().contains("readme.txt: ") && result.err().contains("(left out)"), result.err());
        assertTrue(result.lines().get(1).contains("· 5 runs ·"), result.out());
        JsonNode tree = new ObjectMapper().readTree(Files.readAllBytes(json));
        assertEquals(5, tree.at("/new/traces").size());
        assertTrue(tree.get("worse").asBoolean());
        JsonNode first = tree.at("/changes/0");
        assertEquals("sync.(*Mutex).Lock in main.(*store).get", first.get("name").asText());
        JsonNode wait = first.get("values").valueStream().filter(v -> v.get("name").asText().equals("wait"))
                .findFirst().orElseThrow();
        assertEquals("ns_per_s", wait.get("unit").asText());
        assertEquals("worse", wait.get("verdict").asText());
        assertEquals(5, wait.get("old_runs").size());
        assertTrue(wait.get("new").asDouble() > 10 * wait.get("old").asDouble());
        assertTrue(tree.at("/flame/running").size() > 3);
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        Result missing = shell.run("compare", BEFORE, folder.resolve("none.trace"));
        assertEquals(3, missing.code());
        assertTrue(missing.err().contains("none.trace: no such file or folder"), missing.err());
        assertEquals(3, shell.run("compare", folder, BEFORE).code(), "an empty folder");
        assertEquals(3, shell.run("compare", folder.resolve("*.trace"), BEFORE).code(), "a pattern without files");
        Path text = Files.writeString(folder.resolve("text"), "not a trace");
        Result none = shell.run("compare", text, BEFORE);
        assertEquals(3, none.code());
        assertTrue(none.err().contains(text + ": expected a Go execution trace"), none.err());
        assertEquals(3, shell.run("compare", folder, BEFORE).code(), "a folder without a trace");
        assertEquals(2, shell.run("compare", BEFORE).code());
        assertEquals(2, shell.run("compare", BEFORE, AGAIN, "--json", folder.resolve("no/out.json")).code());
        assertEquals(2, shell.run("compare", BEFORE, AGAIN, "--fail-on", "better").code());
    }

    @Test
    void budgetsAreOfTheNewTraces() {
        Result broken = shell.run("compare", BEFORE, LEAK, "--max", "stuck=5", "--max", "stw=1s");
        assertEquals(1, broken.code(), broken.err());
        assertTrue(broken.out().contains("Budget broken: stuck is 11, allowed at most 5 (leak.trace.gz)"),
                broken.out());
        assertTrue(broken.out().contains("Budget kept: stw is"), broken.out());
        assertEquals(0, shell.run("compare", LEAK, BEFORE, "--max", "stuck=5").code(), "the old one had them");
    }

    @Test
    void comparesStretches() {
        Result result = shell.run("compare", BEFORE, LOCK, "--from", "50ms", "--to", "150ms", "--json", "-");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("\"duration_ns\" : 100000000"), result.out());
    }
}
