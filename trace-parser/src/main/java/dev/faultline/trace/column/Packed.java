package dev.faultline.trace.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// An immutable column of numbers, each stored as its distance from a common base in 0, 1, 2, 4 or 8 bytes.
///
/// A few numbers that do not fit are patched in from a list: row numbers (2 bytes each) and full values. So a column that
/// is nearly always the same costs next to nothing, and one outlier does not widen a column. Made by [Packer], which
/// tells how the width is chosen.
public final class Packed {
    static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    /// Rows of the largest column: row numbers of patches are 2 bytes.
    public static final int MAX_ROWS = 1 << 16;

    private final MemorySegment data;
    private final long base;
    private final int rows;
    private final int patches;
    private final int width;

    /// `data` holds the rows, then the patches' full values, then their row numbers.
    Packed(MemorySegment data, long base, int rows, int width, int patches) {
        this.data = data;
        this.base = base;
        this.rows = rows;
        this.width = width;
        this.patches = patches;
    }

    public int rows() {
        return rows;
    }

    long base() {
        return base;
    }

    int width() {
        return width;
    }

    int patches() {
        return patches;
    }

    MemorySegment data() {
        return data;
    }

    /// Memory it takes outside the heap.
    public long bytes() {
        return data.byteSize();
    }

    /// Whether all rows hold the same number; it is then the first one's.
    public boolean constant() {
        return width == 0 && patches == 0;
    }

    /// The number of one row.
    public long get(int row) {
        int patch = patchOf(row);
        if (patch >= 0) {
            return patch(patch);
        }
        return base + switch (width) {
            case 0 -> 0;
            case 1 -> data.get(BYTE, row) & 0xffL;
            case 2 -> data.get(SHORT, 2L * row) & 0xffffL;
            case 4 -> data.get(INT, 4L * row) & 0xffffffffL;
            default -> data.get(LONG, 8L * row);
        };
    }

    /// Writes all rows to the front of `into`.
    public void unpack(long[] into, Unpacker through) {
        switch (width) {
            case 0 -> Arrays.fill(into, 0, rows, base);
            case 1 -> Unpacker.widen(copyBytes(through), rows, base, into);
            case 2 -> Unpacker.widen(copyShorts(through), rows, base, into);
            case 4 -> {
                int[] ints = through.ints(rows);
                MemorySegment.copy(data, INT, 0, ints, 0, rows);
                Unpacker.widen(ints, rows, base, into);
            }
            default -> MemorySegment.copy(data, LONG, 0, into, 0, rows); // such columns have base 0
        }
        if (patches > 0) {
            Unpacker.scatter(patchValues(through), patchRows(through), patches, into);
        }
    }

    /// Writes all rows to the front of `into`. For columns of ints.
    public void unpack(int[] into, Unpacker through) {
        int from = (int) base;
        switch (width) {
            case 0 -> Arrays.fill(into, 0, rows, from);
            case 1 -> Unpacker.widen(copyBytes(through), rows, from, into);
            case 2 -> Unpacker.widen(copyShorts(through), rows, from, into);
            default -> {
                MemorySegment.copy(data, INT, 0, into, 0, rows);
                Unpacker.shift(into, rows, from);
            }
        }
        if (patches > 0) {
            Unpacker.scatter(patchValues(through), patchRows(through), patches, into);
        }
    }

    private long[] patchValues(Unpacker through) {
        long[] values = through.longs(patches);
        MemorySegment.copy(data, LONG, patchValues(), values, 0, patches);
        return values;
    }

    private short[] patchRows(Unpacker through) {
        short[] rowNumbers = through.shorts(patches);
        MemorySegment.copy(data, SHORT, patchValues() + 8L * patches, rowNumbers, 0, patches);
        return rowNumbers;
    }

    private byte[] copyBytes(Unpacker through) {
        byte[] bytes = through.bytes(rows);
        MemorySegment.copy(data, BYTE, 0, bytes, 0, rows);
        return bytes;
    }

    private short[] copyShorts(Unpacker through) {
        short[] shorts = through.shorts(rows);
        MemorySegment.copy(data, SHORT, 0, shorts, 0, rows);
        return shorts;
    }

    /// Writes all rows to the front of `into`. For columns packed from bytes.
    public void unpack(byte[] into) {
        MemorySegment.copy(data, BYTE, 0, into, 0, rows);
    }

    private long patchValues() {
        return (long) width * rows;
    }

    private long patch(int patch) {
        return data.get(LONG, patchValues() + 8L * patch);
    }

    private int patchRow(int patch) {
        return data.get(SHORT, patchValues() + 8L * patches + 2L * patch) & 0xffff;
    }

    /// The patch of a row, or a negative number.
    private int patchOf(int row) {
        int low = 0;
        int high = patches - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            int at = patchRow(mid);
            if (at == row) {
                return mid;
            }
            if (at < row) {
                low = mid + 1;
            } else {
                high = mid - 1;
            }
        }
        return -1;
    }
}
