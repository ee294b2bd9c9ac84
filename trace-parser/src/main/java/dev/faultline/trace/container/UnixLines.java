package dev.faultline.trace.container;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/// Leaves out the carriage return right before each line feed; all others stay.
final class UnixLines extends FilterInputStream {
    private static final int NONE = -2;

    private int ahead = NONE;

    UnixLines(BufferedInputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = next();
        if (b == '\r') {
            ahead = in.read();
            return ahead == '\n' ? next() : b;
        }
        return b;
    }

    private int next() throws IOException {
        int b = ahead == NONE ? in.read() : ahead;
        ahead = NONE;
        return b;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int n = 0;
        while (n < most) {
            int b = read();
            if (b < 0) {
                break;
            }
            into[from + n++] = (byte) b;
        }
        return n == 0 && most > 0 ? -1 : n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
