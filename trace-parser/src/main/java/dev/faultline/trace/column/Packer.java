package dev.faultline.trace.column;

import java.lang.foreign.MemorySegment;

/// Packs columns into slabs. Reusable; belongs to one thread.
///
/// The base is the column's smallest number. The width is the one among 0, 1, 2, 4 and 8 bytes that makes rows plus
/// patches smallest, a patch being 10 bytes for a number that does not fit.
public final class Packer {
    private static final int PATCH_BYTES = 10;
    private static final int[] WIDTHS = {4, 2, 1, 0};

    private final Slabs slabs;
    private long[] deltas = new long[0];
    private byte[] bytes = new byte[0];
    private short[] shorts = new short[0];
    private int[] ints = new int[0];

    public Packer(Slabs slabs) {
        this.slabs = slabs;
    }

    /// Packs the first `rows` numbers, at most [Packed#MAX_ROWS].
    public Packed pack(int[] values, int rows) {
        int min = rows == 0 ? 0 : values[0];
        int max = min;
        for (int i = 0; i < rows; i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        if (min == max) {
            return new Packed(MemorySegment.NULL, min, rows, 0, 0);
        }
        room(rows);
        for (int i = 0; i < rows; i++) {
            deltas[i] = (long) values[i] - min;
        }
        return store(min, rows, (long) max - min);
    }

    /// Packs the first `rows` numbers, at most [Packed#MAX_ROWS].
    public Packed pack(long[] values, int rows) {
        long min = rows == 0 ? 0 : values[0];
        long max = min;
        for (int i = 0; i < rows; i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        if (min == max) {
            return new Packed(MemorySegment.NULL, min, rows, 0, 0);
        }
        room(rows);
        for (int i = 0; i < rows; i++) {
            deltas[i] = values[i] - min;
        }
        return store(min, rows, max - min);
    }

    /// Packs the first `rows` bytes as they are, as numbers from 0 to 255.
    public Packed pack(byte[] values, int rows) {
        MemorySegment data = slabs.allocate(rows);
        MemorySegment.copy(values, 0, data, Packed.BYTE, 0, rows);
        return new Packed(data, 0, rows, 1, 0);
    }

    private void room(int rows) {
        if (rows > Packed.MAX_ROWS) {
            throw new IllegalArgumentException(rows + " rows do not fit one column");
        }
        if (deltas.length < rows) {
            deltas = new long[rows];
            bytes = new byte[rows];
            shorts = new short[rows];
            ints = new int[rows];
        }
    }

    /// @param range largest of the deltas, unsigned
    private Packed store(long base, int rows, long range) {
        int width = chooseWidth(rows, range);
        int patches = width == 8 ? 0 : countAbove(rows, largest(width));
        MemorySegment data = slabs.allocate((long) width * rows + (long) PATCH_BYTES * patches);
        switch (width) {
            case 0 -> {
                // only patches
            }
            case 1 -> {
                for (int i = 0; i < rows; i++) {
                    bytes[i] = (byte) deltas[i];
                }
                MemorySegment.copy(bytes, 0, data, Packed.BYTE, 0, rows);
            }
            case 2 -> {
                for (int i = 0; i < rows; i++) {
                    shorts[i] = (short) deltas[i];
                }
                MemorySegment.copy(shorts, 0, data, Packed.SHORT, 0, rows);
            }
            case 4 -> {
                for (int i = 0; i < rows; i++) {
                    ints[i] = (int) deltas[i];
                }
                MemorySegment.copy(ints, 0, data, Packed.INT, 0, rows);
            }
            default -> MemorySegment.copy(deltas, 0, data, Packed.LONG, 0, rows);
        }
        Packed packed = new Packed(data, base, rows, width, patches);
        if (patches > 0) {
            patch(packed, data, base, width);
        }
        return packed;
    }

    private void patch(Packed packed, MemorySegment data, long base, int width) {
        int rows = packed.rows();
        long most = largest(width);
        long values = (long) width * rows;
        long numbers = data.byteSize() - 2 * ((data.byteSize() - values) / PATCH_BYTES);
        for (int i = 0; i < rows; i++) {
            if (deltas[i] + Long.MIN_VALUE > most + Long.MIN_VALUE) {
                data.set(Packed.LONG, values, base + deltas[i]);
                data.set(Packed.SHORT, numbers, (short) i);
                values += 8;
                numbers += 2;
            }
        }
    }

    private int chooseWidth(int rows, long range) {
        int best = 8;
        long bestBytes = 8L * rows;
        for (int width : WIDTHS) {
            boolean fits = Long.compareUnsigned(range, largest(width)) <= 0;
            long patches = fits ? 0 : countAbove(rows, largest(width));
            long size = (long) width * rows + PATCH_BYTES * patches;
            if (size <= bestBytes) {
                best = width;
                bestBytes = size;
            }
        }
        return best;
    }

    private int countAbove(int rows, long most) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            count += deltas[i] + Long.MIN_VALUE > most + Long.MIN_VALUE ? 1 : 0;
        }
        return count;
    }

    private static long largest(int width) {
        return width == 8 ? -1 : (1L << (8 * width)) - 1;
    }
}
