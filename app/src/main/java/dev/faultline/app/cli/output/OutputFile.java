package dev.faultline.app.cli.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// An output file that appears whole or not at all: it is written beside its target and moved there when complete.
public final class OutputFile {
    /// Writes a file.
    @FunctionalInterface
    public interface Writer {
        void writeTo(Path file) throws IOException;
    }

    private OutputFile() {
    }

    /// @throws OutputException when the folder is missing, full or closed to us
    public static void write(Path target, Writer writer) throws OutputException {
        try {
            if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
                writer.writeTo(target); // a device or a pipe such as /dev/stdout keeps its place
                return;
            }
            if (Files.isDirectory(target)) {
                throw new FileAlreadyExistsException(target.toString(), null, "it is a folder");
            }
            Path real = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
            Path partial = real.resolveSibling("." + real.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            try {
                writer.writeTo(partial);
                move(partial, real);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (FileSystemException e) {
            throw new OutputException(target.toString(), e.getReason() == null ? e : new IOException(e.getReason()));
        } catch (IOException e) {
            throw new OutputException(target.toString(), e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
