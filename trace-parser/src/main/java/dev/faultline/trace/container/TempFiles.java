package dev.faultline.trace.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Files for unpacked traces. Each is locked as long as its process lives, so that a later run can tell the leftovers
/// of a crash from files in use: it deletes those of them that it can lock. (A process number would not do: it is
/// reused, and means nothing to a container that shares the folder.)
final class TempFiles {
    private static final String PREFIX = "faultline-unpacked-";
    private static final String SUFFIX = ".tmp";
    private static boolean swept;

    private TempFiles() {
    }

    /// A new empty file, open for reading and writing, gone when the channel is closed.
    static FileChannel create() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        sweepOnce(folder);
        Path file = Files.createTempFile(folder, PREFIX, SUFFIX);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        try {
            channel.lock();
        } catch (IOException e) {
            // a folder without locks, such as some network drives: the file is deleted all the same
        }
        return channel;
    }

    private static synchronized void sweepOnce(Path folder) {
        if (!swept) {
            swept = true;
            sweep(folder);
        }
    }

    /// Deletes what crashed runs have left in a folder. What cannot be deleted stays.
    static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (isOurs(file) && isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // the next start tries again
        }
    }

    /// Only names that `createTempFile` makes: nobody else's file is deleted because it is called nearly so.
    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.substring(PREFIX.length(), name.length() - SUFFIX.length()).matches("[0-9]{6,20}")
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isAbandoned(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException | IOException e) {
            return false;
        }
    }
}
