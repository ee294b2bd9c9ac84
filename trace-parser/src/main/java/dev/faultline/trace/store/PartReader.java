package dev.faultline.trace.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Gives back what a [PartWriter] took, in the same order. Throws an [IOException] where there is no such value.
public final class PartReader {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    /// Bytes behind the buffer that are values, too.
    private long left;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;

    /// @param length bytes of all values
    PartReader(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    public long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int b = next();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new IOException("a number that is too long");
    }

    /// A number that was an int.
    public int integer() throws IOException {
        return exact(number());
    }

    private static int exact(long value) throws IOException {
        if (value != (int) value) {
            throw new IOException(value + " is no int");
        }
        return (int) value;
    }

    /// A number of things, each of which takes a byte or more.
    public int size() throws IOException {
        int size = integer();
        if (size < 0 || size > left + filled - at) {
            throw new IOException("a size of " + size);
        }
        return size;
    }

    public boolean flag() throws IOException {
        return number() != 0;
    }

    public double real() throws IOException {
        return Double.longBitsToDouble(fixed(Double.BYTES));
    }

    public String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() throws IOException {
        byte[] values = new byte[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = next();
        }
        return values;
    }

    public int[] ints() throws IOException {
        int[] values = new int[size()];
        long before = 0;
        for (int i = 0; i < values.length; i++) {
            before += number();
            values[i] = exact(before);
        }
        return values;
    }

    public long[] longs() throws IOException {
        long[] values = new long[size()];
        long before = 0;
        for (int i = 0; i < values.length; i++) {
            before += number();
            values[i] = before;
        }
        return values;
    }

    public float[] floats() throws IOException {
        float[] values = new float[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat((int) fixed(Float.BYTES));
        }
        return values;
    }

    public double[] doubles() throws IOException {
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = real();
        }
        return values;
    }

    private long fixed(int bytes) throws IOException {
        long bits = 0;
        for (int i = 0; i < bytes; i++) {
            bits |= (next() & 0xffL) << Byte.SIZE * i;
        }
        return bits;
    }

    private byte next() throws IOException {
        if (at == filled) {
            filled = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, left));
            at = 0;
            left -= filled;
            if (filled == 0) {
                throw new EOFException();
            }
        }
        return buffer[at++];
    }
}
