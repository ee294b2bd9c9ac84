package dev.faultline.trace.container;

import dev.faultline.trace.limit.UserLimit;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.FileUtils;

/// Counts what goes into and comes out of all decoders of one file, and stops them at the limits.
final class Budget {
    private final Limits limits;
    private long packed;
    private long unpacked;
    private int entries;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /// The file's own stream, its bytes counted as packed ones.
    InputStream packed(InputStream in) {
        return new Counted(in) {
            @Override
            void count(long n) {
                packed += n;
            }
        };
    }

    /// A decoder's output. Reading it fails when a limit is passed.
    InputStream unpacked(InputStream in) {
        return new Counted(in) {
            @Override
            void count(long n) throws UnpackLimitException {
                unpacked += n;
                check();
            }
        };
    }

    void entry() throws UnpackLimitException {
        if (++entries > limits.maxEntries()) {
            throw new UnpackLimitException("the archive has more than " + limits.maxEntries() + " entries");
        }
    }

    private void check() throws UnpackLimitException {
        if (unpacked > limits.maxBytes()) {
            throw new UnpackLimitException("the file unpacks to more than " + size(limits.maxBytes()),
                    UserLimit.UNPACKED.variable());
        }
        if (unpacked > Limits.RATIO_FREE_BYTES && unpacked / limits.maxRatio() > packed) {
            throw new UnpackLimitException(
                    "the file unpacks to more than " + limits.maxRatio() + " times its packed size",
                    UserLimit.RATIO.variable());
        }
    }

    static String size(long bytes) {
        return FileUtils.byteCountToDisplaySize(bytes) + " (" + bytes + " bytes)";
    }

    private abstract static class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        abstract void count(long n) throws IOException;

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
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
