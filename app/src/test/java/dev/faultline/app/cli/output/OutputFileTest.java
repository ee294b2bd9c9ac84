package dev.faultline.app.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesTheWholeFile() throws IOException {
        Path target = Files.writeString(folder.resolve("out put.json"), "a long old text");
        OutputFile.write(target, path -> Files.writeString(path, "new"));
        assertEquals("new", Files.readString(target));
        assertEquals(List.of(target), entries());
    }

    @Test
    void leavesTheOldFileWhenWritingFails() throws IOException {
        Path target = Files.writeString(folder.resolve("out.json"), "old");
        OutputException e = assertThrows(OutputException.class, () -> OutputFile.write(target, path -> {
            Files.writeString(path, "half");
            throw new IOException("No space left on device");
        }));
        assertEquals("cannot write " + target + ": No space left on device", e.getMessage());
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), entries());
    }

    @Test
    void followsALink() throws IOException {
        Path target = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);
        OutputFile.write(link, path -> Files.writeString(path, "new"));
        assertEquals("new", Files.readString(target));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void saysThatAFolderIsMissing() {
        Path target = folder.resolve("no").resolve("out.json");
        OutputException e = assertThrows(OutputException.class,
                () -> OutputFile.write(target, path -> Files.writeString(path, "new")));
        assertEquals("cannot write " + target + ": no such file or folder", e.getMessage());
    }

    @Test
    void saysThatTheTargetIsAFolder() {
        OutputException e = assertThrows(OutputException.class,
                () -> OutputFile.write(folder, path -> Files.writeString(path, "new")));
        assertEquals("cannot write " + folder + ": it is a folder", e.getMessage());
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }
}
