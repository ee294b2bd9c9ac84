package dev.faultline.trace.column;

import java.util.Arrays;

/// A column under construction that is 0 but for a few rows. Reusable.
public final class SparseColumn {
    private int[] rows = new int[64];
    private long[] values = new long[64];
    private int size;

    /// Sets a row behind all that were set before.
    public void set(int row, long value) {
        if (value == 0) {
            return;
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        rows[size] = row;
        values[size++] = value;
    }

    /// Makes all rows 0.
    public void clear() {
        size = 0;
    }

    /// How many rows are set.
    int size() {
        return size;
    }

    /// Writes the values and rows that are set.
    void copy(long[] intoValues, short[] intoRows) {
        for (int i = 0; i < size; i++) {
            intoValues[i] = values[i];
            intoRows[i] = (short) rows[i];
        }
    }

    /// Writes the first `count` rows.
    void spread(long[] into, int count) {
        Arrays.fill(into, 0, count, 0);
        for (int i = 0; i < size; i++) {
            into[rows[i]] = values[i];
        }
    }
}
