package dev.faultline.app.cli.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A folder of output files that appears whole or not at all: it is filled beside its place and moved there when complete.
public final class OutputFolder {
    /// Fills a folder.
    @FunctionalInterface
    public interface Writer {
        /// @param folder is there and empty
        void fill(Path folder) throws IOException;
    }

    private OutputFolder() {
    }

    /// @param target must not be there yet
    /// @throws OutputException when it is there, or cannot be written
    public static void write(Path target, Writer writer) throws OutputException {
        Path place = target.toAbsolutePath();
        Path draft = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            if (Files.exists(place)) {
                throw new IOException("it is there already; name a new folder");
            }
            Files.createDirectory(draft);
            writer.fill(draft);
            Files.move(draft, place);
        } catch (FileSystemException e) {
            throw new OutputException(target.toString(), e.getReason() == null ? e : new IOException(e.getReason()));
        } catch (IOException e) {
            throw new OutputException(target.toString(), e);
        } finally {
            remove(draft);
        }
    }

    /// Makes a folder for results, and those in it that lead to one of them.
    ///
    /// @param top its parent must be there
    /// @param result in it, at any depth
    /// @throws OutputException when one of them cannot be made
    public static void make(Path top, Path result) throws OutputException {
        try {
            if (!Files.isDirectory(top)) {
                Files.createDirectory(top);
            }
            Files.createDirectories(result.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new OutputException(top.toString(), e);
        }
    }

    private static void remove(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                folder.toFile().deleteOnExit();
            }
        }
    }
}
