package dev.faultline.trace.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A decoder's output that ends where the decoder fails, so that what came before can be used. Decoders fail in many ways
/// on damaged data, not all of them IOExceptions.
final class Unbroken extends FilterInputStream {
    private long size;
    private @Nullable String damage;

    Unbroken(InputStream in) {
        super(in);
    }

    /// What happened, null when the decoder came to its end or was not read so far.
    @Nullable
    String damage() {
        return damage;
    }

    /// One word on a failure.
    static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (damage != null) {
            return -1;
        }
        try {
            int n = super.read(b, off, len);
            size += Math.max(0, n);
            return n;
        } catch (UnpackLimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            damage = "the packed data is damaged or cut after " + size + " unpacked bytes (" + reason(e) + ")";
            return -1;
        }
    }

    /// Decoders throw here what they threw before.
    @Override
    public int available() throws IOException {
        try {
            return damage == null ? super.available() : 0;
        } catch (UnpackLimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return 0; // the next read tells
        }
    }

    @Override
    public long skip(long n) throws IOException {
        byte[] into = new byte[Math.clamp(n, 0, 1 << 16)];
        return Math.max(0, read(into, 0, into.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
