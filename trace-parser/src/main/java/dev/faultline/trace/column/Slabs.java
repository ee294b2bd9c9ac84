package dev.faultline.trace.column;

import dev.faultline.trace.disk.Scratch;
import dev.faultline.trace.disk.ScratchFiles;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Room outside the heap, handed out in small pieces from big ones and freed all at once by [#close]. Safe for several
/// threads.
///
/// Columns of a big trace are hundreds of megabytes that live as long as the trace: on the heap they would be copied by
/// each full collection and would need a heap twice their size. They lie in memory as long as [ColumnMemory] allows, then
/// in a mapped temporary file; who reads them sees no difference.
public final class Slabs implements AutoCloseable {
    private static final long SMALLEST = 1 << 16;
    private static final long LARGEST = 1 << 22;
    /// A piece of the file: mappings are few.
    private static final long MAPPED = 1 << 25;
    private static final long PAGE = 1 << 12;
    private static final long ALIGNMENT = 8;
    /// Up to here the calls of the operating system cost more time than they save.
    private static final long SMALL_TRACE = 1 << 25;

    private final Arena arena = Arena.ofShared();
    private final ColumnMemory memory;
    private final Supplier<? extends Scratch> files;
    private MemorySegment current = MemorySegment.NULL;
    private long used;
    private long nextSize = SMALLEST;
    private long inMemory;
    private long inFile;
    private @Nullable SpillFile spill;

    /// Shares the memory of the process, and spills to the user's cache folder.
    public Slabs() {
        this(ColumnMemory.ofProcess(), ScratchFiles::ofUser);
    }

    /// @param files where to spill to; asked when it is needed
    public Slabs(ColumnMemory memory, Supplier<? extends Scratch> files) {
        this.memory = memory;
        this.files = files;
    }

    /// A piece of memory, aligned to 8 bytes, all zeros.
    ///
    /// @throws StorageException when neither memory nor disk has room
    public synchronized MemorySegment allocate(long bytes) {
        if (bytes > LARGEST) {
            return slab(bytes).asSlice(0, bytes);
        }
        long start = (used + ALIGNMENT - 1) & -ALIGNMENT;
        if (start + bytes > current.byteSize()) {
            // a slab that grows with the trace: a small trace must not cost megabytes
            current = slab(Math.max(nextSize, bytes));
            nextSize = Math.min(LARGEST, nextSize * 2);
            start = 0;
        }
        used = start + bytes;
        return current.asSlice(start, bytes);
    }

    private MemorySegment slab(long size) {
        SpillFile file = spill;
        if (file == null && memory.take(size)) {
            try {
                MemorySegment slab = inMemory < SMALL_TRACE
                        ? arena.allocate(size, ALIGNMENT)
                        : PresentPages.allocate((size + PAGE - 1) & -PAGE, arena);
                inMemory += size;
                return slab;
            } catch (OutOfMemoryError e) {
                // less than was thought: from here on the file
                memory.give(size);
            }
        }
        if (file == null) {
            file = SpillFile.in(files.get());
            spill = file;
        }
        long mapped = Math.max(MAPPED, (size + PAGE - 1) & -PAGE);
        MemorySegment slab = file.map(mapped, arena);
        inFile += mapped;
        return slab;
    }

    /// Bytes of memory taken so far.
    public synchronized long inMemory() {
        return inMemory;
    }

    /// Bytes of a file taken so far.
    public synchronized long inFile() {
        return inFile;
    }

    /// Frees everything; reading it afterwards throws [IllegalStateException].
    @Override
    public synchronized void close() {
        arena.close();
        memory.give(inMemory);
        inMemory = 0;
        if (spill != null) {
            spill.close();
        }
    }
}
