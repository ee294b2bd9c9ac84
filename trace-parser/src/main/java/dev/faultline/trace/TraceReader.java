package dev.faultline.trace;

import dev.faultline.trace.column.StorageException;
import dev.faultline.trace.container.HeaderSearch;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.format.UnsupportedTraceException;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.Storage;
import dev.faultline.trace.store.TraceStore;
import dev.faultline.trace.wire.TraceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads Go execution traces of any version, packed or not.
public final class TraceReader {
    /// The first version of the old format.
    private static final int OLDEST = 5;

    /// The part of a trace's index that this class keeps.
    private static final String PART = "trace";

    /// Reads one file.
    @FunctionalInterface
    interface Reading {
        /// @param store where the rows go
        Trace read(TraceStore store) throws IOException;
    }

    private TraceReader() {
    }

    /// Reads a trace. Damage is reported in [Trace#report()], not thrown, as long as the file is a trace at all. Of an
    /// archive with several traces the first one is read; [TraceSources] opens them all.
    ///
    /// @throws dev.faultline.trace.format.TraceFormatException when the file is no trace
    /// @throws UnsupportedTraceException when it is one that cannot be read
    /// @throws IOException when the file cannot be read
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    public static Trace read(Path file, Progress progress) throws IOException {
        return read(file, progress, RowListener.NONE);
    }

    /// Reads a trace and hands out its rows as early as they are in order.
    public static Trace read(Path file, Progress progress, RowListener listener) throws IOException {
        List<TraceSource> sources = TraceSources.open(file, Limits.ofEnvironment(System.getenv()));
        sources.stream().skip(1).forEach(TraceSource::close);
        Trace trace = read(sources.getFirst(), progress, listener);
        return sources.size() == 1
                ? trace
                : trace.noting(List.of("the file holds " + sources.size() + " traces; this is " + trace.name()), true);
    }

    /// Reads one opened trace and hands out its rows as early as they are in order. The source is closed in any case.
    public static Trace read(TraceSource source, Progress progress, RowListener listener) throws IOException {
        return read(source, progress, listener, Storage.OF_PROCESS);
    }

    /// Reads one opened trace into a place of the caller's choice, or takes from the index what is kept of it: its rows are
    /// then read when somebody first asks for one. The source is closed in any case, with the trace at the latest.
    ///
    /// @throws IOException also when neither memory nor disk has room for it
    public static Trace read(TraceSource source, Progress progress, RowListener listener, Storage storage)
            throws IOException {
        List<String> notices = new ArrayList<>(source.notices());
        long start = HeaderSearch.find(source.bytes());
        if (start > 0) {
            notices.add(start + " bytes before the trace header were skipped");
        }
        TraceStore store = storage.open(source.bytes(), source.stamp());
        LaterRows rows = new LaterRows(source, store,
                s -> read(source, start, Progress.NONE, RowListener.NONE, () -> {}, s));
        Codec<Trace> codec = new TraceCodec(source.name(), store, rows);
        Optional<Trace> known = listener.wantsRows(store) ? Optional.empty() : store.find(PART, codec);
        if (known.isPresent()) {
            store.whenClosed(rows::close);
            return known.get().noting(notices, source.complete());
        }
        Trace trace = fill(store, s -> read(source, start, progress, listener, source::close, s));
        store.keep(PART, codec, trace);
        return trace.noting(notices, source.complete());
    }

    /// @param start where the header was found, negative when nowhere
    /// @param free frees the bytes when they are not needed any more
    private static Trace read(TraceSource source, long start, Progress progress, RowListener listener, Runnable free,
            TraceStore store) throws TraceFormatException {
        TraceFile file;
        try {
            file = TraceFile.of(source.bytes(), Math.max(0, start), free);
        } catch (TraceFormatException e) {
            TraceFormatException told = NoTrace.explain(source.bytes(), e);
            free.run();
            throw told;
        }
        String name = source.name();
        TraceHeader header = file.header();
        if (header.minor() < OLDEST) {
            file.close();
            throw new UnsupportedTraceException(Place.at(0), "a trace of Go 1.5 or later",
                    "the header \"" + header.text() + "\"");
        }
        return switch (header.family()) {
            case V2 -> new V2Reader(name, file, progress, listener).read(store);
            case V1 -> new V1Reader(name, file, progress, listener).read(store);
        };
    }

    private static Trace fill(TraceStore store, Reading reading) throws IOException {
        try {
            return reading.read(store);
        } catch (StorageException e) {
            store.close();
            throw new IOException(e.getMessage(), e);
        } catch (Throwable e) {
            store.close();
            throw e;
        }
    }
}
