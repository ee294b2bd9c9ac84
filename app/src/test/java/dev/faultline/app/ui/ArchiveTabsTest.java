package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A file that holds several traces opens as several tabs.
@ExtendWith(Fx.class)
@Tag("slow")
class ArchiveTabsTest {
    private static final Path POOL = Bench.SAMPLES.resolve("go1.27/pool-swallows-timeout.trace");
    private static final Path LEAK = Bench.SAMPLES.resolve("go1.21/slow-leak.trace");

    @TempDir
    private Path folder;

    @Test
    void eachTraceOfAnArchiveIsATab() throws Exception {
        Path file = folder.resolve("two.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Path trace : List.of(POOL, LEAK)) {
                out.putNextEntry(new ZipEntry("inner/" + trace.getFileName()));
                out.write(Files.readAllBytes(trace));
            }
        }
        opens(file, "two.zip!/inner/pool-swallows-timeout.trace", "two.zip!/inner/slow-leak.trace");
    }

    @Test
    void bothTracesOfOneFileAreOffered() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(Files.readAllBytes(POOL));
        both.writeBytes(Files.readAllBytes(LEAK));
        opens(Files.write(folder.resolve("both.trace"), both.toByteArray()), "both.trace!/1", "both.trace!/2");
    }

    private void opens(Path file, String... names) throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Fx.run(() -> bench.window().show(List.of(file.toString())));
            Fx.await("all are open", () -> bench.window().workspace().tabs().size() == names.length
                    && bench.window().workspace().tabs().stream().allMatch(tab -> tab.session().isPresent()));
            assertEquals(List.of(names), Fx.call(() -> bench.window().workspace().tabs().stream()
                    .map(tab -> tab.session().orElseThrow().model().trace().name()).toList()));
        }
    }
}
