package dev.faultline.trace.write;

import dev.faultline.trace.RowText;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A trace that was written again, and what it says.
///
/// @param told what the writer tells of it
record Rewritten(byte[] bytes, WrittenTrace told) {
    private static final Pattern STATUS = Pattern.compile(" (GoStatus|GoStatusStack|ProcStatus|G\\w+Active) ");

    static Rewritten of(Path trace, long fromNs, long toNs) throws IOException {
        return of(trace, fromNs, toNs, null);
    }

    static Rewritten of(Path trace, long fromNs, long toNs, @Nullable Disguise disguise) throws IOException {
        try (TraceSource source = TraceSources.open(trace, Limits.ofEnvironment(Map.of())).getFirst()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            WrittenTrace told = TraceRewriter.write(source, fromNs, toNs, disguise, Channels.newChannel(out),
                    Progress.NONE);
            return new Rewritten(out.toByteArray(), told);
        }
    }

    /// Reads it.
    Trace read() throws IOException {
        Path file = Files.createTempFile("faultline", ".trace");
        try {
            Files.write(file, bytes);
            return TraceReader.read(file, Progress.NONE);
        } finally {
            Files.delete(file);
        }
    }

    /// What happened in a trace: rows with their stacks, without those that only tell what was so before.
    ///
    /// @param rows as lines
    /// @param times of them
    record Happened(List<String> rows, long[] times) {
        static Happened in(Trace trace) {
            List<String> all = RowText.of(trace);
            List<String> rows = new ArrayList<>();
            LongStream.Builder times = LongStream.builder();
            for (int row = 0; row < all.size(); row++) {
                if (!STATUS.matcher(all.get(row)).find()) {
                    rows.add(all.get(row) + " " + trace.stacks().frames(trace.events().stack(row)));
                    times.add(trace.events().time(row));
                }
            }
            return new Happened(rows, times.build().toArray());
        }

        /// How many between two times.
        long count(long fromNs, long toNs) {
            return LongStream.of(times).filter(t -> t >= fromNs && t <= toNs).count();
        }
    }

    static Trace read(Path trace) throws IOException {
        return TraceReader.read(trace, Progress.NONE);
    }
}
