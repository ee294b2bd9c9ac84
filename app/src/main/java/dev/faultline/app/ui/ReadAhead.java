package dev.faultline.app.ui;

import dev.faultline.app.ui.session.OpenedFile;
import dev.faultline.app.ui.session.TraceOpener;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.timeline.early.EarlyPicture;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Reads a small file from the command line while the window is being built, so that its trace is ready when the window
/// is. Larger files are read in the window, with progress.
final class ReadAhead implements TraceOpener {
    private static final long LARGEST = 1 << 20;

    private final TraceOpener opener;
    private final Path file;
    private final FutureTask<OpenedFile> reading;
    private final AtomicBoolean taken = new AtomicBoolean();

    private ReadAhead(TraceOpener opener, Path file) {
        this.opener = opener;
        this.file = file;
        reading = new FutureTask<>(() -> opener.open(file, Progress.NONE));
        Thread.ofPlatform().daemon().name("read ahead").start(reading);
    }

    /// Begins with the first of the files where that is small.
    static TraceOpener of(List<String> files, TraceOpener opener) {
        if (files.isEmpty()) {
            return opener;
        }
        Path first = Path.of(files.getFirst()).toAbsolutePath().normalize();
        return first.toFile().isFile() && first.toFile().length() <= LARGEST ? new ReadAhead(opener, first) : opener;
    }

    @Override
    public boolean ready(Path wanted) {
        return wanted.equals(file) && reading.isDone() && !taken.get();
    }

    @Override
    public OpenedFile open(Path wanted, Progress progress) throws IOException {
        return wanted.equals(file) && taken.compareAndSet(false, true) ? take() : opener.open(wanted, progress);
    }

    @Override
    public OpenedFile open(Path wanted, Progress progress, Consumer<EarlyPicture> early) throws IOException {
        return wanted.equals(file) && taken.compareAndSet(false, true)
                ? take()
                : opener.open(wanted, progress, early);
    }

    private OpenedFile take() throws IOException {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException x -> throw x;
                case RuntimeException x -> throw x;
                case Error x -> throw x;
                case null, default -> throw new IOException(e.getCause());
            }
        }
    }
}
