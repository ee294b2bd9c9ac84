package dev.faultline.trace.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Supplier;

/// Gives back what a [Saver] wrote. Every byte is checked before it is believed.
final class Restorer implements Exchange {
    private final CheckedFile file;
    private long at;
    /// What lies between here and [#at] is sound.
    private long soundTo;

    /// @param at where the first value lies
    Restorer(CheckedFile file, long at) {
        this.file = file;
        this.at = at;
    }

    @Override
    public boolean restoring() {
        return true;
    }

    @Override
    public long number(long value) {
        require(Long.BYTES);
        long number = file.bytes().get(ValueLayout.JAVA_LONG, at);
        at += Long.BYTES;
        return number;
    }

    @Override
    public MemorySegment blob(long size, Iterable<MemorySegment> pieces) {
        long length = number(0L);
        require(length);
        return take(length);
    }

    @Override
    public Supplier<MemorySegment> later(long size, Iterable<MemorySegment> pieces) {
        long length = number(0L);
        long from = at;
        MemorySegment bytes = take(length);
        return () -> {
            file.check(from, from + length);
            return bytes;
        };
    }

    private MemorySegment take(long length) {
        MemorySegment bytes = file.bytes().asSlice(at, length);
        at += Saver.padded(length);
        return bytes;
    }

    private void require(long length) {
        if (at + length > soundTo) {
            soundTo = file.check(Math.max(at, soundTo), at + length);
        }
    }
}
