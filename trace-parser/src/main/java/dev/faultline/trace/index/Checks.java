package dev.faultline.trace.index;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// Check sums of long data, a pair for each chunk. The machine has instructions for both sums: together they are some ten
/// times faster than a cryptographic one, and no chance change escapes them. They are no proof against forgery, which
/// gains nobody anything here.
final class Checks {
    /// Short enough that a few values are checked in no time, long enough that the sums take no room.
    static final int CHUNK = 1 << 16;

    private final CRC32C first = new CRC32C();
    private final CRC32 second = new CRC32();
    private long[] done = new long[1024];
    private long size;

    /// One number a chunk, made by several threads at once.
    static long[] of(MemorySegment data) {
        return LongStream.range(0, chunks(data.byteSize())).parallel().map(i -> ofChunk(data, i)).toArray();
    }

    /// How many numbers there are for so many bytes.
    static long chunks(long bytes) {
        return (bytes + CHUNK - 1) / CHUNK;
    }

    /// The number of one chunk.
    static long ofChunk(MemorySegment data, long chunk) {
        long from = chunk * CHUNK;
        Checks one = new Checks();
        one.sum(data.asSlice(from, Math.min(CHUNK, data.byteSize() - from)).asByteBuffer());
        return one.value();
    }

    /// Takes the next bytes, up to the limit of a buffer, which is left as it is.
    void add(ByteBuffer bytes) {
        for (int from = bytes.position(); from < bytes.limit();) {
            int length = (int) Math.min(bytes.limit() - from, CHUNK - size % CHUNK);
            sum(bytes.slice(from, length));
            from += length;
            size += length;
            if (size % CHUNK == 0) {
                close((int) (size / CHUNK) - 1);
            }
        }
    }

    /// One number a chunk of what was added, the same that [#of] gives.
    long[] finish() {
        int chunks = (int) chunks(size);
        if (size % CHUNK != 0) {
            close(chunks - 1);
        }
        return Arrays.copyOf(done, chunks);
    }

    private void close(int chunk) {
        if (chunk == done.length) {
            done = Arrays.copyOf(done, 2 * chunk);
        }
        done[chunk] = value();
        first.reset();
        second.reset();
    }

    private void sum(ByteBuffer bytes) {
        first.update(bytes.duplicate());
        second.update(bytes);
    }

    private long value() {
        return first.getValue() << 32 | second.getValue();
    }
}
