package dev.faultline.trace.container;

import dev.faultline.trace.limit.UserLimit;
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
        return new CountedStream(in) {
            @Override
            void count(long n) {
                packed += n;
            }
        };
    }

    /// A decoder's output. Reading it fails when a limit is passed.
    InputStream unpacked(InputStream in) {
        return new CountedStream(in) {
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
}
