package dev.faultline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program as its users start it.
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path IMAGE = Path.of("target", "faultline").toAbsolutePath();
    private static final Path SAMPLE = Path.of("..", "sample-traces", "go1.27", "slow-leak.trace").toAbsolutePath();

    @TempDir
    Path folder;

    /// What came of a process.
    private record Result(int code, String out, String err) {}

    @Test
    void bringsItsOwnJavaAndTellsItsVersion() throws Exception {
        Result result = run(IMAGE, "--version");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("faultline 0."), result.out());
        assertTrue(result.out().contains("Java 25"), result.out());
    }

    @Test
    void printsNothingButJson() throws Exception {
        Result result = run(IMAGE, "summary", SAMPLE.toString(), "--json");
        assertEquals(0, result.code(), result.err());
        assertEquals("", result.err());
        JsonNode summary = new ObjectMapper().readTree(result.out());
        JsonNode golden = new ObjectMapper()
                .readTree(SAMPLE.resolveSibling("slow-leak.golden.json").toFile());
        assertEquals(golden.get("events"), summary.get("events"));
    }

    @Test
    void startsThroughALinkAndFromAnotherPlace() throws Exception {
        Path moved = folder.resolve("a folder, moved");
        copy(IMAGE, moved);
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a folder, moved", "bin", "faultline"));
        Result result = start(List.of("../" + folder.getFileName() + "/link", "summary", SAMPLE.toString()), Map.of());
        assertEquals(0, result.code(), result.err());
        assertEquals("", result.err());
        assertFalse(result.out().isEmpty());
    }

    /// With times as they were, Java takes the start-up cache at the new place, where nothing may refer to the old one.
    @Test
    void startsWhereItWasMovedTo() throws Exception {
        Path moved = IMAGE.resolveSibling("moved");
        Files.move(IMAGE, moved);
        try {
            Result result = run(moved, "summary", SAMPLE.toString());
            assertEquals(0, result.code(), result.err());
            assertEquals("", result.err());
        } finally {
            Files.move(moved, IMAGE);
        }
    }

    @Test
    void worksWithoutItsStartUpCache() throws Exception {
        Path bare = folder.resolve("bare");
        copy(IMAGE, bare);
        Files.deleteIfExists(bare.resolve("lib").resolve("faultline.aot"));
        Result without = run(bare, "summary", SAMPLE.toString());
        assertEquals("", without.err());
        Files.writeString(bare.resolve("lib").resolve("faultline.aot"), "not a cache");
        Result broken = run(bare, "summary", SAMPLE.toString());
        assertEquals("", broken.err());
        assertEquals(run(IMAGE, "summary", SAMPLE.toString()), without);
        assertEquals(without, broken);
    }

    @Test
    void opensFilesWithNamesOfEveryScriptInEveryLocale() throws Exception {
        Path named = Files.copy(SAMPLE, folder.resolve("след 工作.trace"));
        Result result = start(List.of(IMAGE + "/bin/faultline", "summary", named.toString()),
                Map.of("LC_ALL", "C", "LANG", "C"));
        assertEquals(0, result.code(), result.err());
    }

    @Test
    void endsQuietlyWhenItsReaderHasSeenEnough() throws Exception {
        Result result = start(
                List.of("sh", "-c", "\"$0\" events \"$1\" | head -n 1", IMAGE + "/bin/faultline", SAMPLE.toString()),
                Map.of());
        assertEquals(1, result.out().lines().count());
        assertEquals("", result.err());
    }

    @Test
    void tellsOfALimitThatItDoesNotUnderstandAndGoesOn() throws Exception {
        Result result = start(List.of(IMAGE.resolve("bin/faultline").toString(), "summary", SAMPLE.toString()),
                Map.of("FAULTLINE_COLUMN_MEMORY", "plenty"));
        assertEquals(0, result.code(), result.err());
        assertTrue(result.err().startsWith("faultline: FAULTLINE_COLUMN_MEMORY must be a whole number"), result.err());
        assertFalse(result.out().isEmpty());
    }

    @Test
    void readsStandardInput() throws Exception {
        Result result = start(List.of("sh", "-c", "\"$0\" summary - <\"$1\"", IMAGE + "/bin/faultline",
                SAMPLE.toString()), Map.of());
        assertEquals(0, result.code(), result.err());
        assertFalse(result.out().isEmpty());
    }

    @Test
    void saysWithoutADisplayWhatElseThereIs() throws Exception {
        Result result = run(IMAGE, SAMPLE.toString());
        assertEquals(2, result.code());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        for (String verb : List.of("analyze", "summary", "events")) {
            assertTrue(result.err().contains("faultline " + verb), result.err());
        }
    }

    private Result run(Path image, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(image + "/bin/faultline"));
        Collections.addAll(command, args);
        return start(command, Map.of());
    }

    private Result start(List<String> command, Map<String, String> environment) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_HOME"));
        Process process = builder.start();
        process.getOutputStream().close();
        return new Result(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    /// As `cp -r` does: times of the files become new.
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
                copy.toFile().setExecutable(Files.isExecutable(file));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
