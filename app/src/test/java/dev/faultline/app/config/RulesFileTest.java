package dev.faultline.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.rules.Suppression;
import dev.faultline.trace.disk.UserFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileTest {
    @TempDir
    Path folder;

    @Test
    void readsThresholdsAndSuppressions() throws Exception {
        RulesFile file = written("# ours\nlong-stw.threshold_ns = 5e6\nsuppress = late-start\n"
                + "suppress.watch=goroutine-leak @ main.(*hub).watch*\n");
        Settings settings = file.read();
        assertEquals(Map.of("long-stw.threshold_ns", 5e6), settings.overrides());
        assertEquals(List.of(new Suppression("late-start", ""),
                new Suppression("goroutine-leak", "main.(*hub).watch*")), settings.suppressions());
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws IOException {
        assertEquals(
                "unknown setting 'long-stw.treshold'; long-stw has: long-stw.critical_ns, long-stw.threshold_ns",
                complaint("long-stw.treshold=5"));
        assertEquals("long-stw.threshold_ns must be a number of at least 0, not '5 ms'",
                complaint("long-stw.threshold_ns=5 ms"));
        assertTrue(complaint("suppress.1=leaks").startsWith("unknown finding 'leaks'; known are: blocking-rate, "));
        assertEquals("a function must follow the @ in 'late-start @'", complaint("suppress.1=late-start @"));
        assertEquals("it is not UTF-8 text", complaint(new byte[]{'a', (byte) 0xff, '\n'}));
    }

    @Test
    void isNotNeeded() throws Exception {
        RulesFile file = RulesFile.in(folder);
        assertEquals(Settings.DEFAULTS, file.load());
        SettingsException e = assertThrows(SettingsException.class, file::read);
        assertEquals(file.path() + ": no such file or folder", e.getMessage());
    }

    @Test
    void keepsWhatTheUserWroteWhenItSuppresses() throws Exception {
        String written = "! by hand\n  long-stw.threshold_ns : 5e6\nsuppress.1=late-start\n";
        RulesFile file = written(written);
        var generic = new Suppression("goroutine-leak", "main.serve[go.shape.int,string]");
        file.suppress(generic);
        assertEquals(written + "suppress.2=goroutine-leak @ main.serve[go.shape.int,string]\n",
                Files.readString(file.path()));
        assertTrue(file.read().suppressions().contains(generic));
        file.suppressNothing();
        assertEquals("! by hand\n  long-stw.threshold_ns : 5e6\n", Files.readString(file.path()));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "a temporary file stayed behind");
        }
    }

    @Test
    void liesWhereTheSystemWantsIt() {
        Path home = Path.of("/home/u");
        assertEquals(Path.of("/home/u/.config/faultline"), UserFolder.SETTINGS.path("Linux", Map.of(), home));
        assertEquals(Path.of("/x/faultline"), UserFolder.SETTINGS.path("Linux", Map.of("XDG_CONFIG_HOME", "/x"), home));
        assertEquals(Path.of("/home/u/Library/Application Support/Faultline"),
                UserFolder.SETTINGS.path("Mac OS X", Map.of(), home));
        assertEquals(Path.of("/r/Faultline"), UserFolder.SETTINGS.path("Windows 11", Map.of("APPDATA", "/r"), home));
    }

    private RulesFile written(String text) throws IOException {
        RulesFile file = RulesFile.in(folder);
        Files.writeString(file.path(), text);
        return file;
    }

    private String complaint(String text) throws IOException {
        return complaint(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String complaint(byte[] bytes) throws IOException {
        RulesFile file = RulesFile.in(folder);
        Files.write(file.path(), bytes);
        String message = assertThrows(SettingsException.class, file::load).getMessage();
        assertTrue(message.startsWith(file.path() + ": "), message);
        return message.substring((file.path() + ": ").length());
    }
}
