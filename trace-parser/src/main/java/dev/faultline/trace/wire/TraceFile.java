package dev.faultline.trace.wire;

import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.format.TraceHeader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a trace, mapped, with its header read. Safe for several threads until closed.
public final class TraceFile implements AutoCloseable {
    private final Arena arena;
    private final MemorySegment bytes;
    private final TraceHeader header;

    private TraceFile(Arena arena, MemorySegment bytes, TraceHeader header) {
        this.arena = arena;
        this.bytes = bytes;
        this.header = header;
    }

    /// Maps a file and reads its header.
    ///
    /// @throws TraceFormatException when it is no trace
    /// @throws IOException when it cannot be read
    public static TraceFile open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new TraceFormatException(Place.at(0), "a trace file", "a directory");
        }
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            MemorySegment bytes = size == 0
                    ? MemorySegment.NULL
                    : channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            byte[] head = bytes.asSlice(0, Math.min(TraceHeader.SIZE, size)).toArray(ValueLayout.JAVA_BYTE);
            return new TraceFile(arena, bytes, TraceHeader.parse(head));
        } catch (Throwable e) {
            arena.close();
            throw e;
        }
    }

    public TraceHeader header() {
        return header;
    }

    public long size() {
        return bytes.byteSize();
    }

    /// The byte at an offset, 0 to 255; -1 at or behind the end.
    int at(long offset) {
        return offset < bytes.byteSize() ? bytes.get(ValueLayout.JAVA_BYTE, offset) & 0xff : -1;
    }

    void copy(long offset, byte[] into, int length) {
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, into, 0, length);
    }

    @Override
    public void close() {
        arena.close();
    }
}
