package dev.faultline.trace.column;

/// How a growing list is cut: the first piece has 16 values, each further one as many as all before it, up to 65,536.
final class Pieces {
    private static final int FIRST_BITS = 4;
    private static final int LARGEST_BITS = 16;
    private static final int DOUBLING = LARGEST_BITS - FIRST_BITS;

    private Pieces() {
    }

    /// The piece of a value.
    static int of(int at) {
        return at >= 1 << LARGEST_BITS
                ? DOUBLING + (at >>> LARGEST_BITS)
                : Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(at) - FIRST_BITS);
    }

    /// The first value of a piece.
    static int start(int piece) {
        if (piece > DOUBLING) {
            return piece - DOUBLING << LARGEST_BITS;
        }
        return piece == 0 ? 0 : 1 << FIRST_BITS + piece - 1;
    }

    /// How many values a piece has.
    static int length(int piece) {
        return start(piece + 1) - start(piece);
    }
}
