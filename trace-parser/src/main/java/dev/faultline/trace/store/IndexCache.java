package dev.faultline.trace.store;

import dev.faultline.trace.disk.FileStamp;
import dev.faultline.trace.disk.UserFolder;
import dev.faultline.trace.limit.UserLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// The folder in which the indices of traces lie, one folder a trace. Holds at most so many bytes: what was not used for
/// longest goes first.
///
/// @param folder of all indices; need not exist
/// @param smallest bytes of the smallest trace that is worth an index
/// @param limit most bytes of all indices; 0 keeps none
/// @param program says which program writes them; others' are not read
public record IndexCache(Path folder, long smallest, long limit, LongSupplier program) {
    /// Smaller traces are read in the time that an index takes.
    public static final long SMALLEST = 8L << 20;
    public static final long LIMIT = 8L << 30;
    /// Of a disk's free bytes at most one part in so many is taken.
    private static final int SHARE = 4;

    /// What was begun so long ago is not being written any more.
    private static final Duration UNFINISHED = Duration.ofHours(1);

    public static final IndexCache NONE = new IndexCache(Path.of(""), 0, 0, () -> 0);

    /// The cache of this user.
    public static IndexCache ofUser() {
        long limit = UserLimit.INDEX.in(System.getenv(), LIMIT);
        return limit == 0
                ? NONE
                : new IndexCache(UserFolder.CACHE.path().resolve("index"), SMALLEST, limit, Program::fingerprint);
    }

    /// A cache in a folder, of traces of any size.
    public static IndexCache in(Path folder) {
        return new IndexCache(folder, 1, LIMIT, Program::fingerprint);
    }

    /// What is kept of the trace with this content.
    ///
    /// @param stamp of the file that the content lies in: one that was seen before need not be read for its key
    TraceIndex of(MemorySegment content, FileStamp stamp) {
        if (limit == 0 || content.byteSize() < smallest) {
            return TraceIndex.NONE;
        }
        KnownFile known = new KnownFile(folder, stamp);
        String key = known.key().orElseGet(() -> ContentKey.of(content));
        return new TraceIndex(this, folder.resolve(key), () -> known.remember(key));
    }

    /// Makes the folder of a trace; false when the disk has no room for an index.
    boolean prepare(Path ofTrace) throws IOException {
        Files.createDirectories(ofTrace);
        return Files.getFileStore(folder).getUsableSpace() / SHARE > smallest;
    }

    /// Deletes what is beyond the limit, oldest first, and what unfinished writing left.
    void clean() {
        try (Stream<Path> folders = Files.list(folder)) {
            List<Path> newestFirst = folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(IndexCache::lastUse).reversed()).toList();
            long room = Math.min(limit, size(newestFirst) + Files.getFileStore(folder).getUsableSpace() / SHARE);
            deleteUnfinished(folder);
            for (Path one : newestFirst) {
                deleteUnfinished(one);
                room -= size(List.of(one));
                if (room < 0) {
                    delete(one);
                }
            }
            KnownFile.clean(folder);
        } catch (IOException | UncheckedIOException e) {
            // the next time
        }
    }

    private static void deleteUnfinished(Path folder) throws IOException {
        FileTime old = FileTime.from(Instant.now().minus(UNFINISHED));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(PartFile.TEMPORARY)).toList()) {
                if (lastUse(file).compareTo(old) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static FileTime lastUse(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static long size(List<Path> folders) throws IOException {
        long sum = 0;
        for (Path one : folders) {
            try (Stream<Path> files = Files.list(one)) {
                sum += files.mapToLong(f -> f.toFile().length()).sum();
            }
        }
        return sum;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
