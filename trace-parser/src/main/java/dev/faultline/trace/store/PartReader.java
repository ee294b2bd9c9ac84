package dev.faultline.trace.store;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Gives back what a [PartWriter] took, in the same order.
public final class PartReader {
    private static final int BUFFER = 1 << 16;

    private final DataInputStream in;
    private final byte[] buffer = new byte[BUFFER];

    /// @param in buffered or fast
    PartReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    public long number() throws IOException {
        return in.readLong();
    }

    /// A number that was an int.
    public int integer() throws IOException {
        return Math.toIntExact(number());
    }

    /// A number of things.
    ///
    /// @throws IOException when none was written here
    public int size() throws IOException {
        int size = integer();
        if (size < 0) {
            throw new IOException("a negative size");
        }
        return size;
    }

    public boolean flag() throws IOException {
        return in.readByte() != 0;
    }

    public double real() throws IOException {
        return Double.longBitsToDouble(number());
    }

    public String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() throws IOException {
        byte[] values = new byte[size()];
        in.readFully(values);
        return values;
    }

    public int[] ints() throws IOException {
        int[] values = new int[size()];
        fill(MemorySegment.ofArray(values));
        return values;
    }

    public long[] longs() throws IOException {
        long[] values = new long[size()];
        fill(MemorySegment.ofArray(values));
        return values;
    }

    public float[] floats() throws IOException {
        float[] values = new float[size()];
        fill(MemorySegment.ofArray(values));
        return values;
    }

    public double[] doubles() throws IOException {
        double[] values = new double[size()];
        fill(MemorySegment.ofArray(values));
        return values;
    }

    private void fill(MemorySegment values) throws IOException {
        MemorySegment window = MemorySegment.ofArray(buffer);
        for (long at = 0; at < values.byteSize(); at += BUFFER) {
            int size = (int) Math.min(BUFFER, values.byteSize() - at);
            in.readFully(buffer, 0, size);
            MemorySegment.copy(window, 0, values, at, size);
        }
    }
}
