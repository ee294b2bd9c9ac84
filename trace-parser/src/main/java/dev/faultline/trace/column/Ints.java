package dev.faultline.trace.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A column of ints outside the heap, of fixed length, to be written in any order. May be read by any thread once it is
/// written.
public final class Ints {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

    private final MemorySegment data;

    /// @param count how many; their values are undefined
    public Ints(Slabs slabs, long count) {
        data = slabs.allocate(count * Integer.BYTES);
    }

    public int get(long at) {
        return data.getAtIndex(INT, at);
    }

    public void set(long at, int value) {
        data.setAtIndex(INT, at, value);
    }
}
