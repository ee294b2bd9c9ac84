package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.cli.Shell.Result;
import dev.faultline.app.cli.output.ResultStream;
import dev.faultline.app.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void opensEachFileInTheWindow() {
        Result result = shell.run("one.trace", "two.trace");
        assertEquals(0, result.code());
        assertEquals(List.of(List.of("one.trace", "two.trace")), shell.windows());
    }

    @Test
    void namesTheVerbsWhereThereIsNoDisplay() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ResultStream(OutputStream.nullOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
        int code = Cli.run(terminal, _ -> {
            throw new WindowLauncher.NoDisplayException("no display found");
        });
        assertEquals(2, code);
        assertOneLine(err.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("faultline analyze"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "analyze", "events --from yesterday x", "events --kind Nothing x", "--nonsense",
            "analyze --set nonsense=1 x", "analyze --fail-on nonsense x", "summary a b"})
    void refusesWrongUsageInOneLine(String line) {
        Result result = shell.run((Object[]) line.split(" "));
        assertEquals(2, result.code());
        assertEquals("", result.out());
        assertOneLine(result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "analyze", "events"})
    void saysWhyAFileIsNoTrace(String verb) throws IOException {
        Path text = Files.writeString(folder.resolve("a\033[31mb.txt"), "Dear diary, nothing happened today.\n");
        Result result = shell.run(verb, text);
        assertEquals(3, result.code());
        assertEquals("", result.out());
        assertOneLine(result.err());
        assertTrue(result.err().contains("expected") && result.err().contains("found"), result.err());
        assertTrue(result.err().contains("byte 0"), result.err());
        assertFalse(result.err().contains("\033"), result.err());
    }

    @Test
    void saysThatAFileIsEmptyMissingOrAFolder() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.trace"));
        for (Path path : List.of(empty, folder.resolve("missing.trace"), folder)) {
            Result result = shell.run("summary", path);
            assertEquals(3, result.code(), path.toString());
            assertOneLine(result.err());
        }
        assertTrue(shell.run("summary", "missing.trace").err().contains("no such file"));
    }

    private static void assertOneLine(String text) {
        assertTrue(text.startsWith("faultline: ") && text.endsWith("\n"), text);
        assertEquals(1, text.lines().count(), text);
    }
}
