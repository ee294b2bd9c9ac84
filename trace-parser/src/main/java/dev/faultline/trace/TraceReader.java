package dev.faultline.trace;

import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.column.StorageException;
import dev.faultline.trace.container.HeaderSearch;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.format.UnsupportedTraceException;
import dev.faultline.trace.index.TraceIndex;
import dev.faultline.trace.progress.Progress;
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

    /// Reads one file.
    @FunctionalInterface
    private interface Reader {
        /// @param slabs where the rows go
        Trace read(Slabs slabs) throws IOException;
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

    /// Reads one opened trace into a place of the caller's choice. The source is closed in any case.
    ///
    /// @throws IOException also when neither memory nor disk has room for it
    public static Trace read(TraceSource source, Progress progress, RowListener listener, Storage storage)
            throws IOException {
        List<String> notices = new ArrayList<>(source.notices());
        long start = HeaderSearch.find(source.bytes());
        if (start > 0) {
            notices.add(start + " bytes before the header of the trace were left out");
        }
        TraceIndex index = storage.cache().of(source.bytes(), source.stamp());
        Slabs slabs = storage.slabs().get();
        Optional<Trace> known = TracePart.find(index, source.name(), slabs, storage.check());
        if (known.isPresent()) {
            source.close();
            return fill(slabs, _ -> announce(known.get(), index, listener)).noting(notices, source.complete());
        }
        Trace trace = fill(slabs, s -> reader(source, Math.max(0, start), progress, listener).read(s));
        trace.events().attach(index);
        TracePart.keep(index, trace);
        return trace.noting(notices, source.complete());
    }

    /// A trace that was read before comes all at once.
    private static Trace announce(Trace t, TraceIndex index, RowListener listener) {
        t.events().attach(index);
        RowListener.Parts parts = new RowListener.Parts(t.events(), t.strings(), t.stacks(), t.goroutines(),
                t.threads());
        for (Generation g : t.generations()) {
            listener.rows(parts, g);
        }
        return t;
    }

    private static Reader reader(TraceSource source, long start, Progress progress, RowListener listener)
            throws TraceFormatException {
        TraceFile file;
        try {
            file = TraceFile.of(source.bytes(), start, source::close);
        } catch (TraceFormatException e) {
            source.close();
            throw e;
        }
        String name = source.name();
        TraceHeader header = file.header();
        if (header.minor() < OLDEST) {
            file.close();
            throw new UnsupportedTraceException(Place.at(0), "a trace of Go 1.5 or later",
                    "the header \"" + header.text() + "\"");
        }
        return switch (header.family()) {
            case V2 -> new V2Reader(name, file, progress, listener)::read;
            case V1 -> new V1Reader(name, file, progress, listener)::read;
        };
    }

    private static Trace fill(Slabs slabs, Reader reader) throws IOException {
        try {
            return reader.read(slabs);
        } catch (StorageException e) {
            slabs.close();
            throw new IOException(e.getMessage(), e);
        } catch (Throwable e) {
            slabs.close();
            throw e;
        }
    }
}
