package dev.faultline.app.cli.verb;

import dev.faultline.app.cli.output.OutputException;
import dev.faultline.app.cli.output.ProgressLine;
import dev.faultline.app.cli.output.Terminal;

import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceChangedException;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.disk.ScratchFiles;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.Storage;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens the trace or traces of a file. An unreadable trace in an archive is reported and does not affect the others.
public final class Traces {
    private final String file;
    private final Terminal terminal;

    /// What to do with a trace.
    @FunctionalInterface
    public interface Use {
        /// Listeners for the next trace's rows while it is being read.
        default RowListener listener(Progress progress) {
            return RowListener.NONE;
        }

        /// Where the trace lies; by default without an index, for those who need all rows and nothing else.
        default Storage storage() {
            return Storage.OF_PROCESS.withoutIndex();
        }

        /// @param trace closed afterwards
        /// @param number of the trace, from 1; 0 when there is but one
        void with(Trace trace, int number) throws IOException;

        /// Called when the results are out, before the index is written: makes what other verbs will ask for, where that is
        /// cheap now.
        default void keepMore() {
            // nothing else is known
        }
    }

    /// @param file as the user named it
    public Traces(String file, Terminal terminal) {
        this.file = file;
        this.terminal = terminal;
    }

    /// Takes what went wrong with one trace of several.
    @FunctionalInterface
    public interface Failed {
        /// @param name of the trace
        void told(String name, Throwable e);
    }

    /// @return 0, or 3 when a trace of several could not be read
    /// @throws IOException when the only trace cannot be read, or a result cannot be written
    public int forEach(Use use) throws IOException {
        int[] code = {ExitCode.FINE};
        List<TraceSource> sources = open();
        forEach(sources, use, sources.size() > 1 ? 1 : 0, sources.size() == 1 ? null : (name, e) -> {
            Failure failure = Failure.of(name, e);
            terminal.complain(failure.sentence());
            code[0] = Math.max(code[0], failure.code());
        });
        return code[0];
    }

    /// Does something with each trace of a file: whatever is wrong with one does not end it.
    ///
    /// @param number of the first trace; 0 where the file is the only one
    /// @return how many traces the file has
    /// @throws IOException when the file cannot be opened, or a result cannot be written
    public int forEach(Use use, int number, Failed failed) throws IOException {
        List<TraceSource> sources = open();
        forEach(sources, use, number == 0 && sources.size() > 1 ? 1 : number, failed);
        return sources.size();
    }

    /// @param failed null where a failure ends it
    private void forEach(List<TraceSource> all, Use use, int first, @Nullable Failed failed) throws IOException {
        Deque<TraceSource> sources = new ArrayDeque<>(all);
        try {
            for (int number = first; !sources.isEmpty(); number++) {
                TraceSource source = sources.removeFirst();
                try {
                    use(source, use, number);
                } catch (OutputException e) {
                    throw e;
                } catch (IOException | RuntimeException | OutOfMemoryError e) {
                    if (failed == null) {
                        throw e;
                    }
                    failed.told(source.name(), e);
                }
            }
        } finally {
            sources.forEach(TraceSource::close);
            ScratchFiles.sweepOfUser();
        }
    }

    private void use(TraceSource source, Use use, int number) throws IOException {
        try {
            use(read(source, use), use, number);
        } catch (TraceChangedException e) {
            // nothing was printed yet: results come after their input
            use(read(again(source), use), use, number);
        }
    }

    private void use(Trace opened, Use use, int number) throws IOException {
        try (Trace trace = opened) {
            use.with(trace, number);
            terminal.flush();
            use.keepMore();
            trace.store().write();
        }
    }

    /// The same trace, opened once more.
    private TraceSource again(TraceSource closed) throws IOException {
        TraceSource same = null;
        for (TraceSource source : open()) {
            if (same == null && source.name().equals(closed.name())) {
                same = source;
            } else {
                source.close();
            }
        }
        if (same == null) {
            throw new NoSuchFileException(file);
        }
        return same;
    }

    private List<TraceSource> open() throws IOException {
        try {
            return TraceSources.open(Path.of(file), Limits.ofEnvironment(System.getenv()));
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(file);
        }
    }

    private Trace read(TraceSource source, Use use) throws IOException {
        try (ProgressLine.Watched watched = ProgressLine.on(terminal)) {
            return TraceReader.read(source, watched.progress(), use.listener(watched.progress()), use.storage());
        }
    }
}
