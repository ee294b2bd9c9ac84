package dev.faultline.trace.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Takes the values of a part of the index; [PartReader] gives them back in the same order.
///
/// Numbers take as many groups of 7 bits as they need, signs folded in; numbers of an array are told as differences from
/// the one before. Columns of rows, ids and times become a third to a tenth that way, in a few nanoseconds a number: what
/// a packing library takes to be loaded is more than that saves.
public final class PartWriter {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 10;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int used;

    PartWriter(OutputStream out) {
        this.out = out;
    }

    public void number(long value) throws IOException {
        room(LONGEST);
        long rest = value << 1 ^ value >> Long.SIZE - 1;
        int at = used;
        while (rest >>> 7 != 0) {
            buffer[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[at++] = (byte) rest;
        used = at;
    }

    public void flag(boolean value) throws IOException {
        number(value ? 1 : 0);
    }

    public void real(double value) throws IOException {
        fixed(Double.doubleToRawLongBits(value), Double.BYTES);
    }

    public void text(String value) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(byte[] values) throws IOException {
        number(values.length);
        room(values.length);
        if (values.length > BUFFER) {
            out.write(values);
            return;
        }
        System.arraycopy(values, 0, buffer, used, values.length);
        used += values.length;
    }

    public void ints(int[] values) throws IOException {
        number(values.length);
        int before = 0;
        for (int value : values) {
            number((long) value - before);
            before = value;
        }
    }

    public void longs(long[] values) throws IOException {
        number(values.length);
        long before = 0;
        for (long value : values) {
            number(value - before);
            before = value;
        }
    }

    public void floats(float[] values) throws IOException {
        number(values.length);
        for (float value : values) {
            fixed(Float.floatToRawIntBits(value), Float.BYTES);
        }
    }

    public void doubles(double[] values) throws IOException {
        number(values.length);
        for (double value : values) {
            real(value);
        }
    }

    private void fixed(long bits, int bytes) throws IOException {
        room(bytes);
        for (int i = 0; i < bytes; i++) {
            buffer[used++] = (byte) (bits >>> Byte.SIZE * i);
        }
    }

    private void room(int bytes) throws IOException {
        if (used + bytes > BUFFER) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
