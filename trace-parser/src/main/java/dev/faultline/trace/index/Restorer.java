package dev.faultline.trace.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Gives back what a [Saver] wrote.
final class Restorer implements Exchange {
    private final MemorySegment file;
    private long at;

    /// @param file begins with the first value
    Restorer(MemorySegment file) {
        this.file = file;
    }

    @Override
    public boolean restoring() {
        return true;
    }

    @Override
    public long number(long value) {
        long number = file.get(ValueLayout.JAVA_LONG, at);
        at += Long.BYTES;
        return number;
    }

    @Override
    public MemorySegment blob(long size, Iterable<MemorySegment> pieces) {
        long length = number(0L);
        MemorySegment blob = file.asSlice(at, length);
        at += Saver.padded(length);
        return blob;
    }
}
