package dev.faultline.trace.column;

import dev.faultline.trace.index.Exchange;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /// Saves all, or restores them into this empty list, which cannot grow afterwards.
    public void exchange(Exchange x) {
        int count = x.number(size);
        List<MemorySegment> used = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            used.add(piece(pieces[i], 0, i, count));
        }
        MemorySegment all = x.blob((long) Integer.BYTES * count, used);
        if (x.restoring() && count > 0) {
            pieces = new MemorySegment[Pieces.of(count - 1) + 1];
            Arrays.setAll(pieces, i -> piece(all, Pieces.start(i), i, count));
            size = count;
        }
    }

    /// The used part of a piece that begins somewhere in a segment.
    private static MemorySegment piece(MemorySegment in, int start, int piece, int count) {
        return in.asSlice((long) Integer.BYTES * start,
                (long) Integer.BYTES * Math.min(Pieces.length(piece), count - Pieces.start(piece)));
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
