package dev.faultline.trace.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A column of longs outside the heap, of fixed length, to be written in any order. May be read by any thread once it is
/// written.
public final class Longs {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final MemorySegment data;

    /// @param count how many, all of them 0
    public Longs(Slabs slabs, long count) {
        data = slabs.allocate(count * Long.BYTES);
    }

    /// @param value of all of them
    public static Longs filled(Slabs slabs, long count, long value) {
        Longs longs = new Longs(slabs, count);
        for (long i = 0; i < count; i++) {
            longs.set(i, value);
        }
        return longs;
    }

    /// How many there are.
    public long size() {
        return data.byteSize() / Long.BYTES;
    }

    public long get(long at) {
        return data.getAtIndex(LONG, at);
    }

    /// Adds to one of them.
    public void add(long at, long more) {
        set(at, get(at) + more);
    }

    public void set(long at, long value) {
        data.setAtIndex(LONG, at, value);
    }
}
