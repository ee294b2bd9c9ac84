package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.app.cli.Shell.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutCommandTest {
    private static final Path TRACE = sample("go1.27/thundering-herd.trace");

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @Test
    void writesAStretchAndTellsWhatItLoses() {
        Path out = folder.resolve("cut.trace");
        Result result = shell.run("cut", TRACE, out, "--from", "20ms", "--to", "60ms");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("Wrote " + out + ": 40.0 ms from "), result.out());
        assertTrue(result.out().contains("lost: what created 409 goroutines that already exist, why 409 of them wait."),
                result.out());
        assertTrue(shell.run("summary", out).out().contains("40.0 ms"));
        List<String> cut = shell.run("events", out, "--kind", "GoUnblock").lines();
        List<String> whole = shell.run("events", TRACE, "--kind", "GoUnblock", "--from", "20ms", "--to", "60ms")
                .lines();
        assertEquals(whole.stream().map(l -> l.replaceFirst("^\\d+ ", "")).toList(),
                cut.stream().map(l -> l.replaceFirst("^\\d+ ", "")).toList());
    }

    @Test
    void aTraceWithoutLimitsIsCopied() throws IOException {
        Path out = folder.resolve("same.trace");
        assertEquals(1, shell.run("cut", TRACE, out).lines().size());
        assertEquals(-1, Files.mismatch(TRACE, out));
    }

    @Test
    void refusesInOneSentenceAndLeavesNothing() throws IOException {
        Path out = folder.resolve("cut.trace");
        refused(2, "Go 1.21 and earlier", sample("go1.21/stw-storm.trace"), out);
        refused(2, "--to must be later than --from", TRACE, out, "--from", "2ms", "--to", "1ms");
        refused(2, "ends before", TRACE, out, "--from", "1m");
        refused(3, "no such file or folder", folder.resolve("none.trace"), out);
        refused(2, "cannot write " + folder.resolve("none/cut.trace") + ": no such file or folder", TRACE,
                folder.resolve("none/cut.trace"));
        refused(2, "cannot write " + folder + ": it is a folder", TRACE, folder);
        Path same = Files.copy(TRACE, folder.resolve("same.trace"));
        refused(2, "is the trace that is read", same, same);
        assertEquals(-1, Files.mismatch(TRACE, same));
        Files.delete(same);
        refused(3, "the header of a Go trace", Files.writeString(folder.resolve("text"), "no trace\n"), out);
        Files.delete(folder.resolve("text"));
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aNamelessTraceHasTheSameFindings() throws IOException {
        for (String name : List.of("go1.27/pool-swallows-timeout", "go1.22/lost-context",
                "go1.24/lock-order-deadlock")) {
            Path trace = sample(name + ".trace");
            Path out = folder.resolve("nameless.trace");
            Path key = folder.resolve("key.json");
            Result result = shell.run("cut", trace, out, "--anonymize", "--key", key);
            assertEquals(0, result.code(), result.err());
            JsonNode originals = new ObjectMapper().readTree(key.toFile());
            String bytes = Files.readString(out, StandardCharsets.ISO_8859_1);
            assertTrue(originals.get("functions").size() > 0 && originals.get("files").size() > 0);
            for (String kind : List.of("functions", "files", "texts")) {
                // a short text may be part of a name of Go
                originals.get(kind).forEach(
                        o -> assertFalse(o.asText().length() > 5 && bytes.contains(o.asText()), o::asText));
            }
            assertEquals(figures(trace), figures(out));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        }
    }

    /// The findings without what is called by a name.
    private List<String> figures(Path trace) throws IOException {
        List<String> all = new ArrayList<>();
        for (JsonNode f : new ObjectMapper().readTree(shell.run("analyze", trace, "--json", "-").out())
                .get("findings")) {
            all.add(f.get("id") + " " + f.get("severity") + f.get("confidence") + f.get("goroutines")
                    + f.get("intervals") + f.get("figures") + f.get("stacks").findValuesAsText("count"));
        }
        assertFalse(all.isEmpty());
        return all;
    }

    @Test
    void aKeyBelongsToANamelessTrace() throws IOException {
        refused(2, "--key needs --anonymize", TRACE, folder.resolve("out"), "--key", folder.resolve("key"));
        refused(2, "cannot be the same file", TRACE, folder.resolve("x"), "--anonymize", "--key", folder.resolve("x"));
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void aFullDiskIsTold() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        refused(2, "cannot write /dev/full: No space left on device", TRACE, Path.of("/dev/full"));
    }

    private void refused(int code, String why, Object... args) {
        Object[] words = new Object[args.length + 1];
        words[0] = "cut";
        System.arraycopy(args, 0, words, 1, args.length);
        Result result = shell.run(words);
        assertEquals(code, result.code(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(why), result.err());
        assertFalse(result.err().contains("bug in Faultline"), result.err());
    }
}
