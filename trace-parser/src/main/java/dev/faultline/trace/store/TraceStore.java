package dev.faultline.trace.store;

import dev.faultline.trace.column.GrowingInts;
import dev.faultline.trace.column.GrowingLongs;
import dev.faultline.trace.column.Ints;
import dev.faultline.trace.column.Longs;
import dev.faultline.trace.column.Packer;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.column.StorageException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Where all that is known of one open trace lies: columns outside the heap, in memory or in a mapped file, and parts that
/// are kept in the user's cache folder from one opening to the next. Nobody else needs to know of either. Safe for several
/// threads, but for the columns that it makes.
///
/// Columns live until the store is closed; whoever makes one may throw [StorageException] when neither memory nor disk has
/// room.
public final class TraceStore implements AutoCloseable {
    private final Slabs slabs;
    private final TraceIndex index;
    private final List<Runnable> atClose = new ArrayList<>();

    TraceStore(Slabs slabs, TraceIndex index) {
        this.slabs = slabs;
        this.index = index;
    }

    /// A store without an index, for traces that are made and not read.
    public static TraceStore ofMade() {
        return new TraceStore(new Slabs(), TraceIndex.NONE);
    }

    /// Packs columns that lie here.
    public Packer packer() {
        return new Packer(slabs);
    }

    /// An empty list.
    public GrowingInts growingInts() {
        return new GrowingInts(slabs);
    }

    /// An empty list.
    public GrowingLongs growingLongs() {
        return new GrowingLongs(slabs);
    }

    /// A column of zeros.
    public Ints ints(long count) {
        return new Ints(slabs, count);
    }

    /// A column of one value.
    public Ints ints(long count, int value) {
        return Ints.filled(slabs, count, value);
    }

    /// A column of zeros.
    public Longs longs(long count) {
        return new Longs(slabs, count);
    }

    /// A column of one value.
    public Longs longs(long count, long value) {
        return Longs.filled(slabs, count, value);
    }

    /// Bytes of memory that columns take.
    public long inMemory() {
        return slabs.inMemory();
    }

    /// Bytes of a temporary file that columns take.
    public long inFile() {
        return slabs.inFile();
    }

    /// Whether what is kept here was made of exactly these bytes.
    public boolean isOf(MemorySegment content) {
        return index.isOf(content);
    }

    /// Whether parts are kept from one opening to the next: not those of small traces, which are read as quickly.
    public boolean keeps() {
        return index.keeps();
    }

    /// Whether a part seems to be kept; finding it may still fail.
    ///
    /// @param part name of a file: letters, digits and `-`
    public boolean has(String part) {
        return index.has(part);
    }

    /// A part that was kept at an earlier opening, if it is there, sound, and written by this very program. All of it is
    /// checked before any of it is believed; one that is of no use is deleted.
    public <T> Optional<T> find(String part, Codec<T> codec) {
        return index.find(part, codec);
    }

    /// A part that was kept before, or else one that is made now, and kept from now on.
    public <T> T part(String part, Codec<T> codec, Supplier<T> make) {
        return find(part, codec).orElseGet(() -> {
            T made = make.get();
            keep(part, codec, made);
            return made;
        });
    }

    /// Keeps a part when [#write] is next called; one that is there already stays.
    ///
    /// @param value is written then, so it must not change in between
    public <T> void keep(String part, Codec<T> codec, T value) {
        index.keep(part, codec, value);
    }

    /// Deletes a part that was found and turned out to be of no use.
    public void drop(String part) {
        index.drop(part);
    }

    /// Writes the parts that are kept and not there yet. What fails, for lack of room or permissions, is left out: all of it can
    /// be made again.
    public void write() {
        index.write();
    }

    /// Does something after the store is closed.
    public synchronized void whenClosed(Runnable action) {
        atClose.add(action);
    }

    /// Frees all columns; reading one afterwards throws [IllegalStateException].
    @Override
    public synchronized void close() {
        slabs.close();
        atClose.forEach(Runnable::run);
        atClose.clear();
    }
}
