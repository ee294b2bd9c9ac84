package dev.faultline.trace.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.faultline.trace.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {
    @TempDir
    private Path folder;

    @Test
    void isTheSameAsLongAsTheFileIs() {
        Path file = Samples.v2().getFirst();
        FileStamp stamp = FileStamp.of(file);
        assumeTrue(stamp.known(), "a system that tells");
        assertEquals(stamp, FileStamp.of(file));
        assertNotEquals(stamp, FileStamp.of(Samples.v2().get(1)));
        assertNotEquals(stamp.part(0, 5), stamp.part(5, 10));
    }

    @Test
    void aFileThatWasJustChangedHasNone() throws IOException {
        Path file = Files.write(folder.resolve("trace"), new byte[]{1});
        assertFalse(FileStamp.of(file).known());
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertFalse(FileStamp.of(file).known(), "setting the time back is a change, too");
        assertFalse(FileStamp.of(folder.resolve("none")).known());
    }
}
