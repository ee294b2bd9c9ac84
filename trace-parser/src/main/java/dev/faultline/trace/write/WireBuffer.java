package dev.faultline.trace.write;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Bytes of a trace that are being put together.
final class WireBuffer {
    private static final int SEVEN_BITS = 0x7f;

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    WireBuffer u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /// Adds a number, unsigned, in as few bytes as it takes.
    WireBuffer varint(long value) {
        room(10);
        long left = value;
        while ((left & ~SEVEN_BITS) != 0) {
            bytes[size++] = (byte) (left & SEVEN_BITS | SEVEN_BITS + 1);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
        return this;
    }

    WireBuffer bytes(byte[] more, int length) {
        room(length);
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
        return this;
    }

    WireBuffer bytes(byte[] more) {
        return bytes(more, more.length);
    }

    /// Adds what another one holds.
    WireBuffer bytes(WireBuffer more) {
        return bytes(more.bytes, more.size);
    }

    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /// What it holds, for as long as nothing is added.
    ByteBuffer view() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
