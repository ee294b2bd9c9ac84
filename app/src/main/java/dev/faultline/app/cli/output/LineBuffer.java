package dev.faultline.app.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Builds lines from bytes, without an object per line.
public final class LineBuffer {
    private static final int FULL = 1 << 15;

    private final OutputStream out;
    private byte[] buffer = new byte[2 * FULL];
    private int length;

    public LineBuffer(OutputStream out) {
        this.out = out;
    }

    public LineBuffer bytes(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, buffer, length, text.length);
        length += text.length;
        return this;
    }

    /// @param ascii text without any letter beyond ASCII
    @SuppressWarnings("deprecation") // the one way to copy ASCII without an intermediate array
    public LineBuffer text(String ascii) {
        int n = ascii.length();
        reserve(n);
        ascii.getBytes(0, n, buffer, length);
        length += n;
        return this;
    }

    /// A number in decimal digits; goroutine and task ids are unsigned, but never reach the top bit in practice.
    public LineBuffer number(long value) {
        reserve(20);
        if (value < 0) {
            return text(Long.toString(value));
        }
        int end = length + digits(value);
        length = end;
        long rest = value;
        do {
            buffer[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        return this;
    }

    /// Ends the line and passes on what has gathered.
    public void end() throws IOException {
        reserve(1);
        buffer[length++] = '\n';
        if (length >= FULL) {
            flush();
        }
    }

    public void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }

    private static int digits(long value) {
        int n = 1;
        for (long limit = 10; n < 19 && value >= limit; limit *= 10) {
            n++;
        }
        return n;
    }
}
