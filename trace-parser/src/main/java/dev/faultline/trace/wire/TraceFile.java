package dev.faultline.trace.wire;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.format.TraceHeader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

/// The bytes of a trace with its header read. Safe for several threads until closed.
public final class TraceFile implements AutoCloseable {
    private static final int END_BYTE_SINCE = 26;

    private final MemorySegment bytes;
    private final long start;
    private final TraceHeader header;
    private final Runnable free;

    private TraceFile(MemorySegment bytes, long start, TraceHeader header, Runnable free) {
        this.bytes = bytes;
        this.start = start;
        this.header = header;
        this.free = free;
    }

    /// Takes bytes and reads the header in them.
    ///
    /// @param start offset of the header; what stands before it is none of ours
    /// @param free frees the bytes when the file is closed
    /// @throws TraceFormatException when there is no header
    public static TraceFile of(MemorySegment bytes, long start, Runnable free) throws TraceFormatException {
        long length = Math.min(TraceHeader.SIZE, bytes.byteSize() - start);
        TraceHeader header = TraceHeader.parse(bytes.asSlice(start, length).toArray(ValueLayout.JAVA_BYTE));
        return new TraceFile(bytes, start, header, free);
    }

    public TraceHeader header() {
        return header;
    }

    /// Offset of the first byte behind the header.
    public long body() {
        return start + TraceHeader.SIZE;
    }

    public long size() {
        return bytes.byteSize();
    }

    /// All bytes, what stands before the header included.
    public MemorySegment bytes() {
        return bytes;
    }

    /// The byte at an offset, 0 to 255; -1 at or behind the end.
    public int at(long offset) {
        return offset < bytes.byteSize() ? bytes.get(ValueLayout.JAVA_BYTE, offset) & 0xff : -1;
    }

    /// Whether generations of this version end with a byte of their own.
    public boolean hasEndBytes() {
        return header.minor() >= END_BYTE_SINCE;
    }

    /// Whether the byte stands at an offset that ends a generation, in versions that have it.
    public boolean endsGeneration(long offset) {
        return hasEndBytes() && at(offset) == EventType.END_OF_GENERATION.id();
    }

    /// Copies bytes from an offset on.
    public void copy(long offset, byte[] into, int at, int length) {
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, into, at, length);
    }

    /// Bytes to be written elsewhere, not copied.
    ///
    /// @param from offset of the first
    /// @param to offset behind the last, less than 2 GB later
    public ByteBuffer view(long from, long to) {
        return bytes.asSlice(from, to - from).asByteBuffer();
    }

    /// Says that these bytes are not needed for now. Where they are a file's they leave the memory that counts as this
    /// process's own and come back when they are asked for.
    ///
    /// @param from offset of the first
    /// @param to offset behind the last, at most the size
    public void release(long from, long to) {
        if (bytes.isMapped()) {
            bytes.asSlice(from, to - from).unload();
        }
    }

    @Override
    public void close() {
        free.run();
    }
}
