package dev.faultline.trace.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// Packs columns into slabs. Reusable; belongs to one thread.
///
/// The base is the column's smallest number. The width is the one among 0, 1, 2, 4 and 8 bytes that makes rows plus
/// patches smallest as far as a sample tells, a patch being 10 bytes for a number that does not fit.
///
/// All columns become distances from the base first, as ints, and then go through the same few loops on purpose: each loop
/// has to be compiled while a trace is being read, and for a trace of seconds that costs as much as running it.
public final class Packer {
    static final int PATCH_BYTES = 10;
    private static final int[] WIDTHS = {0, 1, 2, 4};
    /// Of so many numbers one is looked at when guessing whether a smaller width pays.
    private static final int SAMPLE = 16;

    private final Slabs slabs;
    private final Bounds bounds = new Bounds();
    private byte[] bytes = new byte[0];
    private short[] shorts = new short[0];
    private int[] distances = new int[0];
    private long[] longs = new long[0];

    public Packer(Slabs slabs) {
        this.slabs = slabs;
    }

    /// Packs the first `rows` numbers, at most [Packed#MAX_ROWS].
    public Packed pack(int[] values, int rows) {
        room(rows);
        bounds.of(values, rows);
        if (bounds.distance() == 0) {
            return constant(bounds.min(), rows);
        }
        Distances.of(values, rows, (int) bounds.min(), distances);
        if (bounds.areFar()) {
            MemorySegment data = slabs.allocate((long) Integer.BYTES * rows);
            putDistances(Integer.BYTES, data, rows); // unsigned, though they look negative
            return new Packed(data, bounds.min(), rows, Integer.BYTES, 0);
        }
        return store(rows, null);
    }

    /// Packs the first `rows` numbers, at most [Packed#MAX_ROWS].
    public Packed pack(long[] values, int rows) {
        room(rows);
        bounds.of(values, rows);
        if (bounds.distance() == 0) {
            return constant(bounds.min(), rows);
        }
        if (bounds.areFar()) {
            Distances.ofFar(values, rows, bounds.min(), distances);
        } else {
            Distances.of(values, rows, bounds.min(), distances);
        }
        return store(rows, values);
    }

    private static Packed constant(long value, int rows) {
        return new Packed(MemorySegment.NULL, value, rows, 0, 0);
    }

    /// Packs the first `rows` bytes as they are, as numbers from 0 to 255.
    public Packed pack(byte[] values, int rows) {
        MemorySegment data = slabs.allocate(rows);
        put(values, Packed.BYTE, data, 0, rows);
        return new Packed(data, 0, rows, 1, 0);
    }

    /// Packs a column that is 0 but for a few rows.
    public Packed pack(SparseColumn column, int rows) {
        int set = column.size();
        if (set == 0) {
            return constant(0, rows);
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
            distances = new int[rows];
            longs = new long[rows];
        }
    }

    /// Packs what `distances` holds.
    ///
    /// @param values the numbers themselves where some may be far from the base, else null
    private Packed store(int rows, long @Nullable [] values) {
        long base = bounds.min();
        int whole = bounds.areFar() ? 8 : bounds.distance() > 0xffff ? 4 : bounds.distance() > 0xff ? 2 : 1;
        int width = guessNarrower(rows, whole);
        int patches = width < whole ? Distances.countAbove(distances, rows, limit(width)) : 0;
        if (width < whole && (long) width * rows + (long) PATCH_BYTES * patches >= (long) whole * rows) {
            width = whole;
            patches = 0;
        }
        MemorySegment data = slabs.allocate((long) width * rows + (long) PATCH_BYTES * patches);
        if (width == 8 && values != null) {
            // as they are: that is base 0
            put(values, Packed.LONG, data, 0, rows);
            return new Packed(data, 0, rows, width, 0);
        }
        putDistances(width, data, rows);
        if (patches > 0) {
            collectPatches(base, rows, limit(width), values);
            storePatches(data, (long) width * rows, patches);
        }
        return new Packed(data, base, rows, width, patches);
    }

    /// The largest distance that fits a width below 8.
    private static int limit(int width) {
        return width == 4 ? Distances.FAR - 1 : (1 << Byte.SIZE * width) - 1;
    }

    private void putDistances(int width, MemorySegment data, int rows) {
        switch (width) {
            case 1 -> {
                Distances.narrow(distances, rows, bytes);
                put(bytes, Packed.BYTE, data, 0, rows);
            }
            case 2 -> {
                Distances.narrow(distances, rows, shorts);
                put(shorts, Packed.SHORT, data, 0, rows);
            }
            case 4 -> put(distances, Packed.INT, data, 0, rows);
            default -> {
                // only patches
            }
        }
    }

    /// Puts values and rows of what is above a limit to the front of `longs` and `shorts`.
    private void collectPatches(long base, int rows, int limit, long @Nullable [] values) {
        int patches = Distances.rowsAbove(distances, rows, limit, shorts);
        for (int i = 0; i < patches; i++) {
            int row = shorts[i] & 0xffff;
            longs[i] = values != null ? values[row] : base + distances[row];
        }
    }

    private void storePatches(MemorySegment data, long offset, int patches) {
        put(longs, Packed.LONG, data, offset, patches);
        put(shorts, Packed.SHORT, data, offset + 8L * patches, patches);
    }

    /// The one place that writes to memory outside the heap: what it calls is much code to compile.
    private static void put(Object array, ValueLayout layout, MemorySegment data, long offset, int count) {
        MemorySegment.copy(array, 0, data, layout, offset, count);
    }

    /// The width that seems cheapest to a sample of the distances, when the few that need more are patched.
    private int guessNarrower(int rows, int whole) {
        int other = 0;
        int aboveByte = 0;
        int aboveShort = 0;
        int far = 0;
        for (int i = 0; i < rows; i += SAMPLE) {
            int distance = distances[i];
            other += distance != 0 ? 1 : 0;
            aboveByte += distance >>> Byte.SIZE != 0 ? 1 : 0;
            aboveShort += distance >>> Short.SIZE != 0 ? 1 : 0;
            far += distance == Distances.FAR ? 1 : 0;
        }
        int best = whole;
        long least = (long) whole * rows;
        int[] above = {other, aboveByte, aboveShort, far};
        for (int i = 0; i < above.length && WIDTHS[i] < whole; i++) {
            long size = (long) WIDTHS[i] * rows + (long) PATCH_BYTES * SAMPLE * above[i];
            if (size < least) {
                best = WIDTHS[i];
                least = size;
            }
        }
        return best;
    }
}
