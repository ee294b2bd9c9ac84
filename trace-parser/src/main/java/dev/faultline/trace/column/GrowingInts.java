package dev.faultline.trace.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Objects;

/// A list of ints outside the heap that grows at its end and is never copied. Grows by one thread; may be read by any
/// once it is complete.
public final class GrowingInts {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

    private final Slabs slabs;
    private MemorySegment[] pieces = {};
    private int size;

    public GrowingInts(Slabs slabs) {
        this.slabs = slabs;
    }

    public int size() {
        return size;
    }

    public void add(int value) {
        int piece = Pieces.of(size);
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece + 1);
            pieces[piece] = slabs.allocate((long) Integer.BYTES * Pieces.length(piece));
        }
        pieces[piece].setAtIndex(INT, size - Pieces.start(piece), value);
        size++;
    }

    /// Replaces one that was added before.
    public void set(int at, int value) {
        Objects.checkIndex(at, size);
        int piece = Pieces.of(at);
        pieces[piece].setAtIndex(INT, at - Pieces.start(piece), value);
    }

    public int get(int at) {
        Objects.checkIndex(at, size);
        int piece = Pieces.of(at);
        return pieces[piece].getAtIndex(INT, at - Pieces.start(piece));
    }
}
