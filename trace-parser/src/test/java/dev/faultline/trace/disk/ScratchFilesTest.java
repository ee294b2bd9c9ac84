package dev.faultline.trace.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFilesTest {
    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve(name), new byte[]{1, 2, 3});
    }

    @Test
    void firstFileOfAProcessSweepsTheLeftoversOfCrashes() throws IOException {
        Path unpacked = file("faultline-unpacked-1234567890123.tmp");
        Path columns = file("faultline-columns-1234567890123.tmp");
        List<Path> foreign = List.of(file("faultline-unpacked-mine.tmp"), file("faultline-1234567890123.tmp"),
                file("other-columns-1234567890123.tmp"));
        ScratchFiles.in(folder).create("columns").close();
        assertFalse(Files.exists(unpacked));
        assertFalse(Files.exists(columns));
        for (Path f : foreign) {
            assertTrue(Files.exists(f), f::toString);
        }
    }

    @Test
    void filesInUseStay() throws IOException {
        Path used = file("faultline-columns-1234567890123.tmp");
        try (FileChannel owner = FileChannel.open(used, StandardOpenOption.WRITE)) {
            owner.lock();
            ScratchFiles.in(folder).sweep();
            assertTrue(Files.exists(used));
        }
        ScratchFiles.in(folder).sweep();
        assertFalse(Files.exists(used));
    }

    @Test
    void aFileIsGoneWhenItIsClosed() throws IOException {
        try (FileChannel file = ScratchFiles.in(folder).create("columns")) {
            file.write(ByteBuffer.wrap(new byte[]{7}));
            assertEquals(1, file.size());
        }
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void eachSystemHasItsOwnCacheFolder() {
        Path home = Path.of("/home/u");
        assertEquals(home.resolve(".cache/faultline"), UserFolder.CACHE.path("Linux", Map.of(), home));
        assertEquals(home.resolve(".cache/faultline"),
                UserFolder.CACHE.path("Linux", Map.of("XDG_CACHE_HOME", "not/absolute"), home));
        assertEquals(Path.of("/c/faultline"), UserFolder.CACHE.path("Linux", Map.of("XDG_CACHE_HOME", "/c"), home));
        assertEquals(home.resolve("Library/Caches/Faultline"), UserFolder.CACHE.path("Mac OS X", Map.of(), home));
        assertEquals(home.resolve("AppData/Local/Faultline/Cache"),
                UserFolder.CACHE.path("Windows 11", Map.of(), home));
    }
}
