package dev.faultline.trace.write;

import dev.faultline.trace.container.HeaderSearch;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.event.Clock;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.progress.Phase;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.wire.BatchScanner;
import dev.faultline.trace.wire.Frequencies;
import dev.faultline.trace.wire.LastEvent;
import dev.faultline.trace.wire.RawBatch;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TableRecords;
import dev.faultline.trace.wire.TraceFile;
import dev.faultline.trace.write.WrittenTrace.Lost;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Writes a trace of Go 1.22 or later again: a stretch of it, under its own names or others. The version stays.
///
/// Generations that lie wholly in the stretch are copied. Those in which it begins or ends are put into order up to there,
/// and their kept events are written behind statuses of what was so where the stretch begins. Beginning and end are moved
/// out of a stop-the-world, which no generation may begin or end in.
public final class TraceRewriter {
    private final TraceFile file;
    private final @Nullable Disguise disguise;
    private final Progress progress;
    private final List<RawGeneration> generations;
    private final Clock clock;

    private TraceRewriter(TraceFile file, @Nullable Disguise disguise, Progress progress) throws RewriteException {
        this.file = file;
        this.disguise = disguise;
        this.progress = progress;
        generations = BatchScanner.scan(file);
        if (generations.isEmpty()) {
            throw new RewriteException("the trace holds no events");
        }
        clock = Frequencies.mostFrequent(file, generations);
    }

    /// Writes a trace.
    ///
    /// @param source of the trace; it stays open
    /// @param fromNs where the stretch begins, nanoseconds since the trace's first event; 0 for the trace's begin
    /// @param toNs where it ends, later than `fromNs`; the largest number for the trace's end
    /// @param disguise gives other names; null to keep all
    /// @param out where it goes
    /// @throws TraceFormatException when it is no trace
    /// @throws RewriteException when it is one of Go 1.21 or earlier, or there is nothing in the stretch
    /// @throws CancellationException when `progress` says so
    /// @throws IOException when it cannot be written
    public static WrittenTrace write(TraceSource source, long fromNs, long toNs, @Nullable Disguise disguise,
            WritableByteChannel out, Progress progress) throws IOException {
        TraceFile file = TraceFile.of(source.bytes(), Math.max(0, HeaderSearch.find(source.bytes())), () -> {});
        if (file.header().family() == TraceHeader.Family.V1) {
            throw new RewriteException("it is in the format of Go 1.21 and earlier (\"" + file.header().text()
                    + "\"); only traces of Go 1.22 and later can be written");
        }
        return new TraceRewriter(file, disguise, progress).write(fromNs, toNs, new TraceOutput(out));
    }

    private WrittenTrace write(long fromNs, long toNs, TraceOutput out) throws IOException {
        Stretch stretch = new StretchFinder(file, generations, clock, this::watch).find(fromNs, toNs);
        Lost lost = Lost.NOTHING;
        OpenUserWork before = new OpenUserWork();
        for (RawGeneration earlier : generations.subList(0, stretch.first())) {
            watch();
            before.generation(file, earlier);
            file.release(earlier.offset(), earlier.end());
        }
        if (disguise != null) {
            for (RawGeneration g : generations.subList(stretch.first(), stretch.last() + 1)) {
                watch();
                new NameTables(TableRecords.read(file, g.batches()), disguise).teach();
            }
        }
        out.header(file.header());
        int damaged = 0;
        long begin = 0;
        long end = 0;
        for (int i = stretch.first(); i <= stretch.last(); i++) {
            RawGeneration g = generations.get(i);
            Piece piece = write(i, stretch, before, out);
            if (i == stretch.first()) {
                begin = piece.begin;
                lost = stretch.isWhole() ? lost : piece.lost(before);
            }
            end = Math.max(end, piece.end);
            damaged += piece.damaged ? 1 : 0;
            progress.update(Phase.WRITING, g.end(), file.size());
            file.release(g.offset(), g.end());
        }
        long zero = clock.ns(generations.getFirst().minTime());
        return new WrittenTrace(clock.ns(begin) - zero, clock.ns(end) - zero, stretch.fromMoved(), stretch.toMoved(),
                stretch.last() - stretch.first() + 1, damaged, out.finish(), lost);
    }

    /// What was written of a generation.
    ///
    /// @param begin time of its start, in clock units
    /// @param end time of its last event, in clock units
    /// @param existing goroutines that exist at its start
    /// @param waiting how many of them wait
    private record Piece(long begin, long end, long existing, long waiting, boolean damaged) {
        Lost lost(OpenUserWork before) {
            before.settle();
            return new Lost(existing, waiting, before.tasks(), before.regions());
        }
    }

    private Piece write(int index, Stretch stretch, OpenUserWork before, TraceOutput out) throws IOException {
        RawGeneration g = generations.get(index);
        Optional<List<RawBatch>> batches = RawBatch.of(file, g);
        if (batches.isPresent() && stretch.covers(index)) {
            new GenerationCopy(file, g, batches.get()).writeTo(out, disguise, this::watch);
            boolean counted = index == stretch.first() && !stretch.isWhole();
            Statuses statuses = counted ? Statuses.of(file, g) : Statuses.NONE;
            return new Piece(g.minTime(), LastEvent.time(file, List.of(g)), statuses.goroutines(), statuses.waiting(),
                    false);
        }
        GenerationRewrite rewrite = new GenerationRewrite(file, g, clock, index, stretch, disguise, before);
        rewrite.writeTo(out, this::watch);
        return new Piece(rewrite.begin(), rewrite.latest(), rewrite.existing(), rewrite.existingWaiting(),
                batches.isEmpty());
    }

    private void watch() {
        if (progress.cancelled()) {
            throw new CancellationException("writing was cancelled");
        }
    }
}
