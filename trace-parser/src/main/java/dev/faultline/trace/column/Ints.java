package dev.faultline.trace.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A column of ints outside the heap, of fixed length, to be written in any order. May be read by any thread once it is
/// written.
public final class Ints {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

    private final MemorySegment data;

    /// @param count how many, all of them 0
    public Ints(Slabs slabs, long count) {
        data = slabs.allocate(count * Integer.BYTES);
    }

    /// @param value of all of them
    public static Ints filled(Slabs slabs, long count, int value) {
        Ints ints = new Ints(slabs, count);
        for (long i = 0; i < count; i++) {
            ints.set(i, value);
        }
        return ints;
    }

    /// How many there are.
    public long size() {
        return data.byteSize() / Integer.BYTES;
    }

    public int get(long at) {
        return data.getAtIndex(INT, at);
    }

    /// Adds to one of them.
    public void add(long at, int more) {
        set(at, get(at) + more);
    }

    public void set(long at, int value) {
        data.setAtIndex(INT, at, value);
    }
}
