package dev.faultline.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void comeBackInTheNextRun() throws IOException {
        Path settings = folder.resolve("not/there/yet");
        var first = new Preferences(settings);
        first.themeProperty().set(Theme.DARK);
        first.setSize(1234, 801);
        first.opened(folder.resolve("a.trace"));
        first.opened(folder.resolve("b — ü.trace"));
        first.save();

        var second = new Preferences(settings);
        assertEquals(Theme.DARK, second.themeProperty().get());
        assertEquals(1234, second.width());
        assertEquals(801, second.height());
        assertEquals(List.of(folder.resolve("b — ü.trace"), folder.resolve("a.trace")), second.recent());
        try (var files = Files.list(settings)) {
            assertEquals(1, files.count(), "a temporary file stayed behind");
        }
    }

    @Test
    void keepTheLatestTwelveEachOnce() {
        var preferences = new Preferences(folder);
        for (int i = 0; i < 15; i++) {
            preferences.opened(folder.resolve("t" + i));
        }
        preferences.opened(folder.resolve("t10"));
        assertEquals(12, preferences.recent().size());
        assertEquals(folder.resolve("t10"), preferences.recent().getFirst());
        assertEquals(1, preferences.recent().stream().filter(folder.resolve("t10")::equals).count());
    }

    @Test
    void twoWindowsKeepWhatEachOfThemChanged() throws IOException {
        var first = new Preferences(folder);
        first.opened(folder.resolve("old"));
        first.filters().add("fn:old");
        first.save();
        var second = new Preferences(folder);

        first.themeProperty().set(Theme.DARK);
        first.opened(folder.resolve("a"));
        first.filters().add("fn:a");
        first.save();
        second.opened(folder.resolve("b"));
        second.fineStatesProperty().set(true);
        second.filters().setAll("fn:b");
        second.save();
        first.scaleProperty().set(1.5);
        first.save();

        var third = new Preferences(folder);
        assertEquals(Theme.DARK, third.themeProperty().get(), "another window wrote an older theme");
        assertTrue(third.fineStatesProperty().get());
        assertEquals(1.5, third.scaleProperty().get());
        assertEquals(List.of(folder.resolve("b"), folder.resolve("a"), folder.resolve("old")),
                third.recent());
        assertEquals(List.of("fn:a", "fn:b"), third.filters(), "one was taken away in the other window");
    }

    @Test
    void surviveAFileThatIsNotTheirs() throws IOException {
        Files.writeString(folder.resolve("window.properties"), "width=wide\nrecent.0=\\u00zz\n");
        var preferences = new Preferences(folder);
        assertEquals(1600, preferences.width());
        assertEquals(List.of(), preferences.recent());
    }
}
