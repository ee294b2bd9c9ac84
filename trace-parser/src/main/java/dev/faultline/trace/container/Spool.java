package dev.faultline.trace.container;

import dev.faultline.trace.disk.ScratchFiles;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes a stream to its end and makes one segment of it: in memory while small, else in a mapped temporary file.
final class Spool {
    /// Streams up to this size never touch the disk.
    static final int MEMORY_BYTES = 16 << 20;
    private static final int CHUNK = 256 << 10;

    private final long most;
    private byte[] head = new byte[CHUNK];
    private int headSize;
    private @Nullable FileChannel file;
    private long size;

    private Spool(long most) {
        this.most = most;
    }

    /// Bytes of memory that a stream took which was given so much room.
    static long inMemory(TraceSource drained, long room) {
        long size = drained.bytes().byteSize();
        return size <= most(room) ? size : 0;
    }

    private static long most(long room) {
        return Math.clamp(room, 0, MEMORY_BYTES);
    }

    /// Reads all of `in`.
    ///
    /// @param room bytes of memory that it may take at most
    static TraceSource drain(String name, InputStream in, long room) throws IOException {
        Spool spool = new Spool(most(room));
        try {
            spool.fill(in);
            return spool.finish(name);
        } catch (IOException | RuntimeException | Error e) {
            spool.discard();
            throw e;
        }
    }

    private void fill(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int n;
        while ((n = in.read(chunk)) > 0) {
            if (file == null && size + n <= most) {
                if (headSize + n > head.length) {
                    head = Arrays.copyOf(head, Math.min(MEMORY_BYTES, Math.max(headSize + n, head.length * 2)));
                }
                System.arraycopy(chunk, 0, head, headSize, n);
                headSize += n;
            } else {
                write(chunk, n);
            }
            size += n;
        }
    }

    private void write(byte[] chunk, int n) throws IOException {
        if (file == null) {
            file = ScratchFiles.ofUser().create("unpacked");
            writeAll(file, ByteBuffer.wrap(head, 0, headSize));
            head = new byte[0];
        }
        writeAll(file, ByteBuffer.wrap(chunk, 0, n));
    }

    private static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private TraceSource finish(String name) throws IOException {
        Arena arena = Arena.ofShared();
        FileChannel mapped = file;
        MemorySegment bytes;
        if (mapped == null) {
            bytes = arena.allocate(Math.max(1, size)).asSlice(0, size);
            MemorySegment.copy(MemorySegment.ofArray(head), 0, bytes, 0, size);
        } else {
            bytes = mapped.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
        }
        return TraceSource.of(name, bytes, () -> {
            arena.close();
            if (mapped != null) {
                mapped.close();
            }
        });
    }

    private void discard() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
