package dev.faultline.trace.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Files for unpacked traces and columns. Each is locked as long as its process lives, so
/// that a later run can tell the leftovers of a crash from files in use: it deletes those of them that it can lock. (A
/// process number would not do: it is reused, and means nothing to a container that shares the folder.)
public final class ScratchFiles implements Scratch {
    private static final String FOLDER = "scratch";
    private static final String PREFIX = "faultline-";
    /// How often a file is created before giving up, where another process deletes it each time.
    private static final int TRIES = 3;
    private static final String SUFFIX = ".tmp";
    private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

    private final Path folder;

    private ScratchFiles(Path folder) {
        this.folder = folder;
    }

    /// Files in the user's cache folder, or, where that cannot be written, in the one for temporary files.
    public static ScratchFiles ofUser() {
        Path wanted = UserFolder.CACHE.path().resolve(FOLDER);
        try {
            return in(Files.createDirectories(wanted));
        } catch (IOException e) {
            return in(Path.of(System.getProperty("java.io.tmpdir")));
        }
    }

    /// Deletes what crashed runs have left in the user's cache folder, whether this run needs files or not.
    public static void sweepOfUser() {
        in(UserFolder.CACHE.path().resolve(FOLDER)).sweep();
    }

    /// Files in a folder that exists.
    public static ScratchFiles in(Path folder) {
        return new ScratchFiles(folder);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public FileChannel create(String purpose) throws IOException {
        if (SWEPT.add(folder)) {
            sweep();
        }
        FileChannel channel = open(purpose, TRIES);
        try {
            channel.lock();
        } catch (IOException e) {
            // a folder without locks, such as some network drives: the file is deleted all the same
        }
        return channel;
    }

    /// A process that starts just now may take the file, which is not locked yet, for an abandoned one and delete it.
    private FileChannel open(String purpose, int tries) throws IOException {
        Path file = Files.createTempFile(folder, PREFIX + purpose + "-", SUFFIX);
        try {
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (NoSuchFileException e) {
            if (tries == 1) {
                throw e;
            }
            return open(purpose, tries - 1);
        }
    }

    /// Deletes what crashed runs have left in the folder. What cannot be deleted stays.
    public void sweep() {
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
        return name.substring(PREFIX.length(), name.length() - SUFFIX.length()).matches("[a-z]+-[0-9]{6,20}")
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
