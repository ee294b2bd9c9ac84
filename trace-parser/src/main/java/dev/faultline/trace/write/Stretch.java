package dev.faultline.trace.write;

/// Which rows of which generations are to be written.
///
/// @param first index of the first generation
/// @param firstRow its first row, 0 for all
/// @param last index of the last generation
/// @param lastRow behind its last row, the largest number for all
/// @param fromUnits when it begins if nothing happens earlier, in clock units
/// @param toUnits when it ends if nothing happens later
/// @param fromMoved whether it begins elsewhere than wanted, since the world was stopped there
/// @param toMoved whether it ends elsewhere, likewise
record Stretch(int first, int firstRow, int last, int lastRow, long fromUnits, long toUnits, boolean fromMoved,
        boolean toMoved) {
    /// Whether it begins where the trace begins.
    boolean isWhole() {
        return first == 0 && firstRow == 0;
    }

    /// Whether a generation lies in it from its first to its last row.
    boolean covers(int generation) {
        return fromRow(generation) == 0 && toRow(generation) == Integer.MAX_VALUE;
    }

    /// First row of a generation.
    int fromRow(int generation) {
        return generation == first ? firstRow : 0;
    }

    /// Behind the last row of a generation.
    int toRow(int generation) {
        return generation == last ? lastRow : Integer.MAX_VALUE;
    }
}
