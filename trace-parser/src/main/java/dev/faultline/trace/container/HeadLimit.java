package dev.faultline.trace.container;

import java.io.IOException;
import java.io.InputStream;

/// What an archive is read from. It bounds what a reader of archives takes before it gives anything out, such as a header
/// that claims a name of a gigabyte: the readers keep that in memory.
final class HeadLimit extends CountedStream {
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
    void count(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            passed = true;
            throw new IOException("more would have to be held in memory than a trace needs");
        }
    }
}
