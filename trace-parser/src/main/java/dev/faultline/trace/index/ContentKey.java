package dev.faultline.trace.index;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A name for the content of a trace: all of its bytes count, so a changed one gives another name.
final class ContentKey {
    private static final int BYTES = 16;

    private ContentKey() {
    }

    /// 32 hexadecimal digits.
    static String of(MemorySegment content) {
        long[] checks = Checks.of(content);
        ByteBuffer all = ByteBuffer.allocate(Long.BYTES * (checks.length + 1)).putLong(content.byteSize());
        for (long check : checks) {
            all.putLong(check);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.array());
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
