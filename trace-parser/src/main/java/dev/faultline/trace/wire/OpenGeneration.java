package dev.faultline.trace.wire;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A generation whose batches are still being collected.
final class OpenGeneration {
    private static final int FEW = 4;

    /// Its number, 0 before its first batch.
    long number;
    int repaired;
    final List<Gap> gaps = new ArrayList<>();
    private final long start;
    private final List<Batch> batches = new ArrayList<>();
    /// Offsets of their headers.
    private final LongArrayList starts = new LongArrayList();
    private long minTime = Long.MAX_VALUE;
    private long maxTime;
    private long end;
    private boolean ended;

    OpenGeneration(long start) {
        this.start = start;
    }

    /// @param at offset of the header
    /// @param size bytes of payload to take, perhaps not as declared
    void add(long at, BatchHeader header, int size, TraceFile file) {
        if (size > 0) {
            starts.add(at);
            batches.add(Batch.of(header, header.kind(file), size));
        }
        minTime = Math.min(minTime, header.time());
        maxTime = Math.max(maxTime, header.time());
    }

    /// The batch that was taken last, null when there is none.
    @Nullable
    Batch last() {
        return batches.isEmpty() ? null : batches.getLast();
    }

    /// Offset of the header of the last batch.
    long lastStart() {
        return starts.getLong(starts.size() - 1);
    }

    /// Offsets where the last few batches begin, and the last gap.
    LongList latestStarts() {
        LongList latest = new LongArrayList(starts.subList(Math.max(0, starts.size() - FEW), starts.size()));
        if (!gaps.isEmpty()) {
            latest.add(gaps.getLast().place().offset());
        }
        return latest;
    }

    void removeLast() {
        batches.removeLast();
        starts.removeLong(starts.size() - 1);
    }

    boolean hasTexts() {
        return batches.stream().anyMatch(b -> b.kind() == Batch.Kind.STRINGS);
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /// The last batch if its payload ends at an offset, else null.
    @Nullable
    Batch lastEndingAt(long offset) {
        return batches.isEmpty() || batches.getLast().end() != offset ? null : batches.getLast();
    }

    /// Puts a mended batch in the place of the last one.
    void replaceLast(Batch mended) {
        batches.set(batches.size() - 1, mended);
        repaired++;
    }

    /// Closes it; it may be opened again.
    ///
    /// @param at offset behind it
    /// @param complete whether it is known to have ended properly
    void close(long at, boolean complete) {
        end = at;
        ended = complete;
    }

    /// What was collected when it was closed last.
    RawGeneration collected() {
        return new RawGeneration(number, start, end, Math.min(minTime, maxTime), maxTime, batches,
                ended && gaps.isEmpty(), repaired, gaps);
    }
}
