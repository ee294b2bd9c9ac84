package dev.faultline.trace.column;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Memory outside the heap, handed out in small pieces from big ones and freed all at once by [#close]. Safe for several
/// threads.
///
/// Columns of a big trace are hundreds of megabytes that live as long as the trace: on the heap they would be copied by
/// each full collection and would need a heap twice their size.
public final class Slabs implements AutoCloseable {
    private static final long SMALLEST = 1 << 16;
    private static final long LARGEST = 1 << 22;
    private static final long ALIGNMENT = 8;

    private final Arena arena = Arena.ofShared();
    private MemorySegment current = MemorySegment.NULL;
    private long used;
    private long nextSize = SMALLEST;
    private long allocated;

    /// A piece of memory, aligned to 8 bytes, of undefined content.
    public synchronized MemorySegment allocate(long bytes) {
        long start = (used + ALIGNMENT - 1) & -ALIGNMENT;
        if (start + bytes > current.byteSize()) {
            // a slab that grows with the trace: a small trace must not cost megabytes
            long size = Math.max(nextSize, bytes);
            nextSize = Math.min(LARGEST, nextSize * 2);
            current = arena.allocate(size, ALIGNMENT);
            allocated += size;
            start = 0;
        }
        used = start + bytes;
        return current.asSlice(start, bytes);
    }

    /// Bytes taken from the system so far.
    public synchronized long allocated() {
        return allocated;
    }

    /// Frees everything; reading it afterwards throws [IllegalStateException].
    @Override
    public void close() {
        arena.close();
    }
}
