package dev.faultline.trace.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private List<Path> entries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void theOldFileIsThereUntilTheNewOneIsWhole() throws IOException {
        Path target = Files.writeString(folder.resolve("file"), "old");
        AtomicFile.write(target, draft -> {
            Files.writeString(draft, "new");
            assertEquals(folder, draft.getParent());
            assertEquals("old", Files.readString(target));
        });
        assertEquals("new", Files.readString(target));
        assertEquals(List.of(target), entries());
    }

    @Test
    void whatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("file"), "old");
        assertThrows(IOException.class, () -> AtomicFile.write(target, draft -> {
            Files.writeString(draft, "half");
            throw new IOException("the disk is full");
        }));
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), entries());
    }

    @Test
    void aLinkStaysAndItsFileIsReplaced() throws IOException {
        Path target = Files.writeString(folder.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        AtomicFile.write(link, draft -> Files.writeString(draft, "new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
    }

    @Test
    void aFileThatIsThereForOthersMayBeReadByThem() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "");
        Path target = folder.resolve("file");
        assertFalse(Files.exists(target));
        AtomicFile.write(target, draft -> Files.writeString(draft, "new"));
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(target));
    }
}
