package dev.faultline.trace.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.function.Supplier;

/// Writes values to a file: numbers in 8 bytes, blobs behind their length, all of it aligned to 8 bytes, in the machine's
/// byte order. The index never leaves the machine.
final class Saver implements Exchange {
    private static final int BUFFER = 1 << 20;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());
    private final MemorySegment window = MemorySegment.ofBuffer(buffer);
    private final Checks checks = new Checks();
    private long written;

    /// @param file to be written from its position on
    Saver(FileChannel file) {
        this.file = file;
    }

    /// A length with what is missing to the next multiple of 8.
    static long padded(long length) {
        return (length + 7) & -8;
    }

    @Override
    public boolean restoring() {
        return false;
    }

    @Override
    public long number(long value) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(value);
        return value;
    }

    @Override
    public MemorySegment blob(long size, Iterable<MemorySegment> pieces) {
        number(size);
        long left = size;
        for (MemorySegment piece : pieces) {
            copy(piece);
            left -= piece.byteSize();
        }
        if (left != 0) {
            throw new IllegalArgumentException("the pieces are not " + size + " bytes");
        }
        copy(MemorySegment.ofArray(new byte[(int) (padded(size) - size)]));
        return MemorySegment.NULL;
    }

    @Override
    public Supplier<MemorySegment> later(long size, Iterable<MemorySegment> pieces) {
        MemorySegment saved = blob(size, pieces);
        return () -> saved;
    }

    private void copy(MemorySegment piece) {
        for (long from = 0; from < piece.byteSize();) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int length = (int) Math.min(buffer.remaining(), piece.byteSize() - from);
            MemorySegment.copy(piece, from, window, buffer.position(), length);
            buffer.position(buffer.position() + length);
            from += length;
        }
    }

    /// Writes what is buffered, then the check sums of all, then the number of bytes that they are of.
    void seal() {
        long size = flush();
        for (long check : checks.finish()) {
            number(check);
        }
        number(size);
        flush();
    }

    /// Writes what is buffered.
    ///
    /// @return bytes written in all
    private long flush() {
        try {
            buffer.flip();
            checks.add(buffer);
            while (buffer.hasRemaining()) {
                written += file.write(buffer);
            }
            buffer.clear();
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
