package dev.faultline.trace.container;

import dev.faultline.trace.progress.Phase;
import dev.faultline.trace.progress.Progress;
import java.io.InputStream;
import java.util.concurrent.CancellationException;

/// A file that is being unpacked, watched by somebody who may want to stop it.
final class WatchedStream extends CountedStream {
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
    void count(long bytes) {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        read += bytes;
        progress.update(Phase.UNPACKING, read, size);
    }
}
