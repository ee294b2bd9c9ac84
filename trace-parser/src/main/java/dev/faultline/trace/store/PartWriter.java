package dev.faultline.trace.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Takes the values of a part of the index: numbers in 8 bytes, arrays in the machine's byte order behind their length
/// (the index never leaves the machine). [PartReader] gives them back in the same order.
public final class PartWriter {
    private static final int BUFFER = 1 << 16;

    private final DataOutputStream out;
    private final byte[] buffer = new byte[BUFFER];

    /// @param out buffered or fast
    PartWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    public void number(long value) throws IOException {
        out.writeLong(value);
    }

    public void flag(boolean value) throws IOException {
        out.writeByte(value ? 1 : 0);
    }

    public void real(double value) throws IOException {
        number(Double.doubleToRawLongBits(value));
    }

    public void text(String value) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(byte[] values) throws IOException {
        number(values.length);
        out.write(values);
    }

    public void ints(int[] values) throws IOException {
        array(values.length, MemorySegment.ofArray(values));
    }

    public void longs(long[] values) throws IOException {
        array(values.length, MemorySegment.ofArray(values));
    }

    public void floats(float[] values) throws IOException {
        array(values.length, MemorySegment.ofArray(values));
    }

    public void doubles(double[] values) throws IOException {
        array(values.length, MemorySegment.ofArray(values));
    }

    private void array(int length, MemorySegment values) throws IOException {
        number(length);
        MemorySegment window = MemorySegment.ofArray(buffer);
        for (long at = 0; at < values.byteSize(); at += BUFFER) {
            int size = (int) Math.min(BUFFER, values.byteSize() - at);
            MemorySegment.copy(values, at, window, 0, size);
            out.write(buffer, 0, size);
        }
    }

    void flush() throws IOException {
        out.flush();
    }
}
