package dev.faultline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.cli.verb.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no program writes, printed: every command ends well, and nothing that steers a terminal gets out.
class HostileFilesTest {
    private static final Path FOLDER = Path.of("..", "trace-parser", "src", "test", "resources", "traces", "hostile");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cycles", "families", "ids", "times", "counts", "texts"})
    void everyCommandEndsWell(String name) {
        Path file = FOLDER.resolve(name + ".trace");
        for (String command : new String[]{"analyze", "summary", "events"}) {
            harmless(name + " " + command, new Shell().run(command, file));
        }
        harmless(name + " as JSON", new Shell().run("analyze", file, "--json", "-"));
        Shell.Result report = new Shell().run("analyze", file, "--pdf", folder.resolve(name + ".pdf"));
        harmless(name + " with a report", report);
        assertTrue(folder.resolve(name + ".pdf").toFile().length() > 0);
    }

    private static void harmless(String what, Shell.Result result) {
        assertEquals(ExitCode.FINE, result.code(), what + result.err());
        String printed = result.out() + result.err();
        assertFalse(printed.contains("error in Faultline itself") || printed.contains("rule-failed"), what + printed);
        printed.chars().forEach(c -> assertFalse(steers(c), what + " prints character " + Integer.toHexString(c)));
    }

    private static boolean steers(int c) {
        return c < ' ' && c != '\n' || c >= 0x7f && c < 0xa0 || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069 || c == 0x61c || c == 0x200e || c == 0x200f;
    }
}
