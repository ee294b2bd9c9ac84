package dev.faultline.trace.container;

import dev.faultline.trace.progress.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;

/// A file that is being unpacked, watched by somebody who may want to stop it.
final class WatchedStream extends FilterInputStream {
    private final long size;
    private final Progress progress;
    private long read;

    /// @param size of the file, bytes
    WatchedStream(InputStream in, long size, Progress progress) {
        super(in);
        this.size = size;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        passed(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        passed(Math.max(0, n));
        return n;
    }

    private void passed(int bytes) {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        read += bytes;
        progress.update("reading the packed file", read, size);
    }
}
