package dev.faultline.trace.disk;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// A file that is there whole or not at all: it is written beside its place and moved there when it is complete.
public final class AtomicFile {
    /// Writes a file.
    @FunctionalInterface
    public interface Writer {
        /// @param draft does not exist yet
        void writeTo(Path draft) throws IOException;
    }

    private AtomicFile() {
    }

    /// Writes a file, in place of the one that is there. A link keeps its place, and the file that it names is replaced.
    ///
    /// @throws IOException when it cannot be written; then what was there is there still, and nothing else
    public static void write(Path target, Writer writer) throws IOException {
        Path real = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
        // not createTempFile: that makes files which only their owner may read
        Path draft = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writer.writeTo(draft);
            move(draft, real);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
