package dev.faultline.trace.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that tells how many bytes came through. It cannot be rewound.
abstract class CountedStream extends FilterInputStream {
    CountedStream(InputStream in) {
        super(in);
    }

    /// So many bytes more came through; throws to stop whoever reads.
    ///
    /// @param bytes at least 1
    abstract void count(long bytes) throws IOException;

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int n = super.read(b, off, len);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        if (skipped > 0) {
            count(skipped);
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
