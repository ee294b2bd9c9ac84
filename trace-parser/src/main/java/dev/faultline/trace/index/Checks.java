package dev.faultline.trace.index;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// Check sums of long data, a pair for each chunk, made by several threads at once. The machine has instructions for both
/// sums: together they are some ten times faster than a cryptographic one, and no chance change escapes them. They are no
/// proof against forgery, which gains nobody anything here.
final class Checks {
    static final long CHUNK = 4 << 20;

    private Checks() {
    }

    /// One number a chunk: two sums of 32 bits each.
    static long[] of(MemorySegment data) {
        long chunks = (data.byteSize() + CHUNK - 1) / CHUNK;
        return LongStream.range(0, chunks).parallel().map(i -> {
            long from = i * CHUNK;
            return of(data.asSlice(from, Math.min(CHUNK, data.byteSize() - from)).asByteBuffer());
        }).toArray();
    }

    private static long of(ByteBuffer chunk) {
        CRC32C first = new CRC32C();
        first.update(chunk.duplicate());
        CRC32 second = new CRC32();
        second.update(chunk);
        return first.getValue() << 32 | second.getValue();
    }
}
