package dev.faultline.trace.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is kept of one trace from one opening to the next, in parts: each is made by who knows it, and found or made again
/// by itself. Safe for several threads.
final class TraceIndex {
    /// Keeps nothing and finds nothing.
    static final TraceIndex NONE = new TraceIndex(null, Path.of(""), () -> {
        // nothing to remember
    });

    private final @Nullable IndexCache cache;
    private final Path folder;
    private final Runnable remember;
    private final Map<String, Part> kept = new LinkedHashMap<>();

    /// Writes one part.
    @FunctionalInterface
    private interface Part {
        void write(Path file, long program) throws IOException;
    }

    /// @param remember called when there is an index that the next opening may use
    TraceIndex(@Nullable IndexCache cache, Path folder, Runnable remember) {
        this.cache = cache;
        this.folder = folder;
        this.remember = remember;
    }

    /// Whether what is kept was made of exactly these bytes.
    boolean isOf(MemorySegment content) {
        return folder.endsWith(ContentKey.of(content));
    }

    /// Whether a part of this very program seems to be there; finding it may still fail.
    boolean has(String part) {
        return cache != null && PartFile.isOf(folder.resolve(part), cache.program().getAsLong());
    }

    /// A part that was kept before, if it is there, whole, and of this very program. One that is not is deleted.
    <T> Optional<T> find(String part, Codec<T> codec) {
        IndexCache from = cache;
        Path file = folder.resolve(part);
        if (from == null || !Files.exists(file)) {
            return Optional.empty();
        }
        Optional<T> found = read(file, from.program().getAsLong(), codec);
        try {
            if (found.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
            }
        } catch (IOException e) {
            // it will be found useless once more, or seem older than it is
        }
        return found;
    }

    private static <T> Optional<T> read(Path file, long program, Codec<T> codec) {
        try {
            return PartFile.read(file, program, codec);
        } catch (IOException | RuntimeException | LinkageError e) {
            // LinkageError: the library that unpacks could not be loaded
            return Optional.empty();
        }
    }

    /// Whether parts are kept at all.
    boolean keeps() {
        return cache != null;
    }

    /// Keeps a part when [#write] is next called; one that is there already stays.
    ///
    /// @param value is written then, so it must not change in between
    synchronized <T> void keep(String part, Codec<T> codec, T value) {
        if (cache != null) {
            kept.put(part, (file, program) -> PartFile.write(file, program, codec, value));
        }
    }

    /// Gives a part up that was found and turned out to be of no use.
    void drop(String part) {
        try {
            Files.deleteIfExists(folder.resolve(part));
        } catch (IOException e) {
            // it will be found useless again
        }
    }

    /// Writes the parts that are kept and not there yet. What fails, for lack of room or permissions, is left out: all of it
    /// can be made again.
    synchronized void write() {
        IndexCache to = cache;
        if (to == null) {
            return;
        }
        kept.keySet().removeIf(this::has);
        try {
            if (!kept.isEmpty() && to.prepare(folder)) {
                for (Map.Entry<String, Part> part : kept.entrySet()) {
                    part.getValue().write(folder.resolve(part.getKey()), to.program().getAsLong());
                }
                to.clean();
            }
            remember.run();
        } catch (IOException | LinkageError e) {
            to.clean();
        }
        kept.clear();
    }
}
