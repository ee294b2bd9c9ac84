package dev.faultline.trace;

import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.format.UnsupportedTraceException;
import dev.faultline.trace.wire.TraceFile;
import java.io.IOException;
import java.nio.file.Path;

/// Reads Go execution traces.
public final class TraceReader {
    private TraceReader() {
    }

    /// Reads a trace. Damage is reported in [Trace#report()], not thrown, as long as the file is a trace at all.
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
        TraceFile opened = TraceFile.open(file);
        String name = String.valueOf(file.getFileName());
        TraceHeader header = opened.header();
        return switch (header.family()) {
            case V2 -> new V2Reader(name, opened, progress, listener).read();
            case V1 -> {
                opened.close();
                throw new UnsupportedTraceException(Place.at(0), "a trace of Go 1.22 or later",
                        "the header \"" + header.text() + "\"");
            }
        };
    }
}
