package dev.faultline.trace.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Objects;

/// A list of ints outside the heap that grows at its end and is never copied. Grows by one thread; may be read by any
/// once it is complete.
public final class GrowingInts {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    /// The first piece has 16 ints, each further one as many as all before it, those from here on the same.
    private static final int FIRST_BITS = 4;
    private static final int LARGEST_BITS = 16;
    private static final int DOUBLING = LARGEST_BITS - FIRST_BITS;

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
        int piece = piece(size);
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece + 1);
            pieces[piece] = slabs.allocate((long) Integer.BYTES * length(piece));
        }
        pieces[piece].setAtIndex(INT, size - start(piece), value);
        size++;
    }

    public int get(int at) {
        Objects.checkIndex(at, size);
        int piece = piece(at);
        return pieces[piece].getAtIndex(INT, at - start(piece));
    }

    private static int piece(int at) {
        return at >= 1 << LARGEST_BITS
                ? DOUBLING + (at >>> LARGEST_BITS)
                : Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(at) - FIRST_BITS);
    }

    private static int start(int piece) {
        if (piece > DOUBLING) {
            return piece - DOUBLING << LARGEST_BITS;
        }
        return piece == 0 ? 0 : 1 << FIRST_BITS + piece - 1;
    }

    private static int length(int piece) {
        return start(piece + 1) - start(piece);
    }
}
