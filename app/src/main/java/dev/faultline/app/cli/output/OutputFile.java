package dev.faultline.app.cli.output;

import dev.faultline.trace.disk.AtomicFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An output file that appears whole or not at all: it is written beside its target and moved there when complete.
public final class OutputFile {
    private OutputFile() {
    }

    /// @throws OutputException when the folder is missing, full or closed to us
    public static void write(Path target, AtomicFile.Writer writer) throws OutputException {
        try {
            if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
                writer.writeTo(target); // a device or a pipe such as /dev/stdout keeps its place
                return;
            }
            if (Files.isDirectory(target)) {
                throw new FileAlreadyExistsException(target.toString(), null, "it is a folder");
            }
            AtomicFile.write(target, writer);
        } catch (FileSystemException e) {
            throw new OutputException(target.toString(), e.getReason() == null ? e : new IOException(e.getReason()));
        } catch (IOException e) {
            throw new OutputException(target.toString(), e);
        }
    }
}
