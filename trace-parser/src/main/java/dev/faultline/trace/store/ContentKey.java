package dev.faultline.trace.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.LongStream;

/// A name for the content of a trace: all of its bytes count, so a changed one gives another name.
final class ContentKey {
    /// Summed by one thread at a time.
    static final int CHUNK = 1 << 16;
    private static final int BYTES = 16;

    private ContentKey() {
    }

    /// 32 hexadecimal digits.
    static String of(MemorySegment content) {
        long chunks = (content.byteSize() + CHUNK - 1) / CHUNK;
        long[] sums = LongStream.range(0, chunks).parallel().map(i -> sum(content, i)).toArray();
        ByteBuffer all = ByteBuffer.allocate(Long.BYTES * (sums.length + 1));
        all.asLongBuffer().put(content.byteSize()).put(sums);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.array());
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long sum(MemorySegment content, long chunk) {
        long from = chunk * CHUNK;
        // copied first: a mapped file that has become shorter fails the copy, but would end the process in the sum
        byte[] bytes = content.asSlice(from, Math.min(CHUNK, content.byteSize() - from)).toArray(ValueLayout.JAVA_BYTE);
        PairSum sum = new PairSum();
        sum.add(bytes, 0, bytes.length);
        return sum.value();
    }
}
