package dev.faultline.trace.column;

import java.lang.foreign.MemorySegment;

/// Packs columns into slabs. Reusable; belongs to one thread.
///
/// The base is the column's smallest number. The width is the one among 0, 1, 2, 4 and 8 bytes that makes rows plus
/// patches smallest as far as a glance tells, a patch being 10 bytes for a number that does not fit.
///
/// All columns go through the same few loops on purpose: each loop has to be compiled while a trace is being read, and
/// for a trace of seconds that costs as much as running it.
public final class Packer {
    static final int PATCH_BYTES = 10;
    private static final int[] WIDTHS = {0, 1, 2, 4};
    /// Of so many numbers one is looked at when guessing whether a smaller width pays.
    private static final int SAMPLE = 16;

    private final Slabs slabs;
    private byte[] bytes = new byte[0];
    private short[] shorts = new short[0];
    private int[] ints = new int[0];
    private long[] longs = new long[0];

    public Packer(Slabs slabs) {
        this.slabs = slabs;
    }

    /// Packs the first `rows` numbers, at most [Packed#MAX_ROWS].
    public Packed pack(long[] values, int rows) {
        room(rows);
        long min = rows == 0 ? 0 : smallest(values, rows);
        long max = rows == 0 ? 0 : greatest(values, rows);
        if (min == max) {
            return new Packed(MemorySegment.NULL, min, rows, 0, 0);
        }
        return store(values, rows, min, chooseWidth(values, rows, min, max - min));
    }

    private static long smallest(long[] values, int rows) {
        long min = values[0];
        for (int i = 1; i < rows; i++) {
            min = Math.min(min, values[i]);
        }
        return min;
    }

    private static long greatest(long[] values, int rows) {
        long max = values[0];
        for (int i = 1; i < rows; i++) {
            max = Math.max(max, values[i]);
        }
        return max;
    }

    /// Packs the first `rows` bytes as they are, as numbers from 0 to 255.
    public Packed pack(byte[] values, int rows) {
        MemorySegment data = slabs.allocate(rows);
        MemorySegment.copy(values, 0, data, Packed.BYTE, 0, rows);
        return new Packed(data, 0, rows, 1, 0);
    }

    /// Packs a column that is 0 but for a few rows.
    public Packed pack(SparseColumn column, int rows) {
        int set = column.size();
        if (set == 0) {
            return new Packed(MemorySegment.NULL, 0, rows, 0, 0);
        }
        room(rows);
        if ((long) set * PATCH_BYTES > rows) {
            column.spread(longs, rows);
            return pack(longs, rows);
        }
        column.copy(longs, shorts);
        MemorySegment data = slabs.allocate((long) set * PATCH_BYTES);
        storePatches(data, 0, set);
        return new Packed(data, 0, rows, 0, set);
    }

    private void room(int rows) {
        if (rows > Packed.MAX_ROWS) {
            throw new IllegalArgumentException(rows + " rows do not fit one column");
        }
        if (bytes.length < rows) {
            bytes = new byte[rows];
            shorts = new short[rows];
            ints = new int[rows];
            longs = new long[rows];
        }
    }

    private Packed store(long[] values, int rows, long base, Choice choice) {
        int width = choice.width;
        int patches = choice.patches;
        MemorySegment data = slabs.allocate((long) width * rows + (long) PATCH_BYTES * patches);
        switch (width) {
            case 0 -> {
                // only patches
            }
            case 1 -> {
                narrow(values, rows, base, bytes);
                MemorySegment.copy(bytes, 0, data, Packed.BYTE, 0, rows);
            }
            case 2 -> {
                narrow(values, rows, base, shorts);
                MemorySegment.copy(shorts, 0, data, Packed.SHORT, 0, rows);
            }
            case 4 -> {
                narrow(values, rows, base, ints);
                MemorySegment.copy(ints, 0, data, Packed.INT, 0, rows);
            }
            default -> {
                // as they are: that is base 0
                MemorySegment.copy(values, 0, data, Packed.LONG, 0, rows);
                return new Packed(data, 0, rows, width, 0);
            }
        }
        if (patches > 0) {
            collectPatches(values, rows, base, width);
            storePatches(data, (long) width * rows, patches);
        }
        return new Packed(data, base, rows, width, patches);
    }

    private static void narrow(long[] values, int rows, long base, byte[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = (byte) (values[i] - base);
        }
    }

    private static void narrow(long[] values, int rows, long base, short[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = (short) (values[i] - base);
        }
    }

    private static void narrow(long[] values, int rows, long base, int[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = (int) (values[i] - base);
        }
    }

    /// Puts values and rows of what does not fit a width to the front of `longs` and `shorts`.
    private void collectPatches(long[] values, int rows, long base, int width) {
        int shift = Byte.SIZE * width;
        int patches = 0;
        for (int i = 0; i < rows; i++) {
            if (values[i] - base >>> shift != 0) {
                longs[patches] = values[i];
                shorts[patches++] = (short) i;
            }
        }
    }

    private void storePatches(MemorySegment data, long offset, int patches) {
        MemorySegment.copy(longs, 0, data, Packed.LONG, offset, patches);
        MemorySegment.copy(shorts, 0, data, Packed.SHORT, offset + 8L * patches, patches);
    }

    private record Choice(int width, int patches) {}

    /// @param range largest distance from the base, unsigned, not 0
    private static Choice chooseWidth(long[] values, int rows, long base, long range) {
        int whole = range >>> Integer.SIZE != 0 ? 8 : range >>> Short.SIZE != 0 ? 4 : range >>> Byte.SIZE != 0 ? 2 : 1;
        int narrow = guessNarrower(values, rows, base, whole);
        if (narrow < whole) {
            int patches = countAbove(values, rows, base, narrow);
            if ((long) narrow * rows + (long) PATCH_BYTES * patches < (long) whole * rows) {
                return new Choice(narrow, patches);
            }
        }
        return new Choice(whole, 0);
    }

    /// A glance at some rows: the width that seems cheapest, when the few numbers that need more are patched.
    private static int guessNarrower(long[] values, int rows, long base, int whole) {
        int other = 0;
        int aboveByte = 0;
        int aboveShort = 0;
        int aboveInt = 0;
        for (int i = 0; i < rows; i += SAMPLE) {
            long distance = values[i] - base;
            other += distance != 0 ? 1 : 0;
            aboveByte += distance >>> Byte.SIZE != 0 ? 1 : 0;
            aboveShort += distance >>> Short.SIZE != 0 ? 1 : 0;
            aboveInt += distance >>> Integer.SIZE != 0 ? 1 : 0;
        }
        int[] above = {other, aboveByte, aboveShort, aboveInt};
        int best = whole;
        long least = (long) whole * rows;
        for (int i = 0; i < above.length && WIDTHS[i] < whole; i++) {
            long size = (long) WIDTHS[i] * rows + (long) PATCH_BYTES * SAMPLE * above[i];
            if (size < least) {
                best = WIDTHS[i];
                least = size;
            }
        }
        return best;
    }

    /// How many numbers do not fit a width below 8.
    private static int countAbove(long[] values, int rows, long base, int width) {
        int shift = Byte.SIZE * width;
        int count = 0;
        for (int i = 0; i < rows; i++) {
            count += values[i] - base >>> shift != 0 ? 1 : 0;
        }
        return count;
    }
}
