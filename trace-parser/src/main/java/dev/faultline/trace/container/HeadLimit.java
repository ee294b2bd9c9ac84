package dev.faultline.trace.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What an archive is read from. It bounds what a reader of archives takes before it gives anything out, such as a header
/// that claims a name of a gigabyte: the readers keep that in memory.
final class HeadLimit extends FilterInputStream {
    /// Most bytes of an entry's header, names and attributes of all kinds included.
    static final long HEAD_BYTES = 1 << 20;

    private long left = HEAD_BYTES;
    private boolean passed;

    HeadLimit(InputStream in) {
        super(in);
    }

    /// Lets through so many bytes from here on.
    void allow(long bytes) {
        left = bytes;
        passed = false;
    }

    /// Whether more was asked for than is let through.
    boolean passed() {
        return passed;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        take(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int n = super.read(b, off, len);
        take(Math.max(0, n));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        take(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void take(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            passed = true;
            throw new IOException("more would have to be held in memory than a trace needs");
        }
    }
}
