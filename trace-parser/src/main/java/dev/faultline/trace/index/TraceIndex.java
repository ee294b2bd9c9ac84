package dev.faultline.trace.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is kept of one trace, in parts: each is made by who knows it, and found or made anew by itself. Safe for several
/// threads.
public final class TraceIndex {
    /// Keeps nothing and finds nothing.
    public static final TraceIndex NONE = new TraceIndex(null, Path.of(""), () -> {
        // nothing to remember
    });

    private final @Nullable IndexCache cache;
    private final Path folder;
    private final Runnable remember;
    private final Map<String, Consumer<Exchange>> kept = new LinkedHashMap<>();

    /// Maps a file for as long as the trace is open.
    @FunctionalInterface
    public interface Mapper {
        MemorySegment map(Path file) throws IOException;
    }

    /// Moves a whole part: gives its values to an exchange, or makes the part of what it gives back.
    @FunctionalInterface
    public interface Mover<T> {
        /// @param value to be saved; null when restoring
        T move(Exchange x, @Nullable T value);
    }

    /// @param remember called when there is an index that the next opening may use
    TraceIndex(@Nullable IndexCache cache, Path folder, Runnable remember) {
        this.cache = cache;
        this.folder = folder;
        this.remember = remember;
    }

    /// Whether a part of this very program seems to be there; finding it may still fail.
    public boolean has(String part) {
        return cache != null && PartFile.isOf(folder.resolve(part), cache.program().getAsLong());
    }

    /// A part that was kept before, if it is there, whole, and of this very program. One that is not is deleted. Whether
    /// its values are sound turns out when they are read: else reading throws, and the part is deleted then.
    public Optional<Exchange> find(String part, Mapper mapper) {
        IndexCache from = cache;
        if (from == null || !Files.exists(folder.resolve(part))) {
            return Optional.empty();
        }
        Path file = folder.resolve(part);
        try {
            Optional<Exchange> found = PartFile.open(mapper.map(file), from.program().getAsLong(),
                    () -> drop(part));
            if (found.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
            }
            return found;
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// A part that was kept before and is sound, or else one that is made now, and kept from now on.
    public <T> T part(String name, Mapper mapper, Mover<T> mover, Supplier<T> make) {
        return find(name, mapper).flatMap(x -> restored(name, x, mover)).orElseGet(() -> {
            T made = make.get();
            keep(name, x -> mover.move(x, made));
            return made;
        });
    }

    private <T> Optional<T> restored(String name, Exchange x, Mover<T> mover) {
        try {
            return Optional.of(mover.move(x, null));
        } catch (RuntimeException e) {
            drop(name);
            return Optional.empty();
        }
    }

    /// Keeps a part when [#write] is next called; one that is there already stays.
    ///
    /// @param content saves it; must be possible until then
    public synchronized void keep(String part, Consumer<Exchange> content) {
        if (cache != null) {
            kept.put(part, content);
        }
    }

    /// Gives a part up that was found and turned out to be of no use.
    public void drop(String part) {
        try {
            Files.deleteIfExists(folder.resolve(part));
        } catch (IOException e) {
            // it will be found useless again
        }
    }

    /// Writes the parts that are kept and not there yet. What fails, for want of room or rights, is left out: all of it
    /// can be made again.
    public synchronized void write() {
        IndexCache to = cache;
        if (to == null) {
            return;
        }
        kept.keySet().removeIf(this::has);
        try {
            if (!kept.isEmpty() && to.prepare(folder)) {
                for (Map.Entry<String, Consumer<Exchange>> part : kept.entrySet()) {
                    PartFile.write(folder.resolve(part.getKey()), to.program().getAsLong(), part.getValue());
                }
                to.clean();
            }
            remember.run();
        } catch (IOException | UncheckedIOException e) {
            to.clean();
        }
        kept.clear();
    }
}
