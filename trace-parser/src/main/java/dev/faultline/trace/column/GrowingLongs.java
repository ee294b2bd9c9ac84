package dev.faultline.trace.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Objects;

/// A list of longs outside the heap that grows at its end and is never copied. Grows by one thread; may be read by any
/// once it is complete.
public final class GrowingLongs {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final Slabs slabs;
    private MemorySegment[] pieces = {};
    private int size;

    public GrowingLongs(Slabs slabs) {
        this.slabs = slabs;
    }

    public int size() {
        return size;
    }

    public void add(long value) {
        int piece = Pieces.of(size);
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece + 1);
            pieces[piece] = slabs.allocate((long) Long.BYTES * Pieces.length(piece));
        }
        pieces[piece].setAtIndex(LONG, size - Pieces.start(piece), value);
        size++;
    }

    /// Replaces one that was added before.
    public void set(int at, long value) {
        Objects.checkIndex(at, size);
        int piece = Pieces.of(at);
        pieces[piece].setAtIndex(LONG, at - Pieces.start(piece), value);
    }

    public long get(int at) {
        Objects.checkIndex(at, size);
        int piece = Pieces.of(at);
        return pieces[piece].getAtIndex(LONG, at - Pieces.start(piece));
    }
}
