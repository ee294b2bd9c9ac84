package dev.faultline.trace.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A generation whose batches are still being collected.
final class OpenGeneration {
    private static final long MOST_COMPARED = 1L << 26;

    /// Its number, 0 before its first batch.
    long number;
    int repaired;
    final List<Gap> gaps = new ArrayList<>();
    private final long start;
    private final List<Batch> batches = new ArrayList<>();
    private long minTime = Long.MAX_VALUE;
    private long maxTime;
    private long end;
    private boolean ended;
    private long compared;

    OpenGeneration(long start) {
        this.start = start;
    }

    /// @param size bytes of payload to take, perhaps not as declared
    void add(BatchHeader header, int size, TraceFile file) {
        if (size > 0) {
            batches.add(Batch.of(header, header.kind(file), size));
        }
        minTime = Math.min(minTime, header.time());
        maxTime = Math.max(maxTime, header.time());
    }

    /// Removes what was taken of a batch before. A hostile file asks for it again and again: then only the last batch is
    /// looked at.
    void remove(BatchHeader header) {
        int from = compared < MOST_COMPARED || batches.isEmpty() ? 0 : batches.size() - 1;
        compared += batches.size() - from;
        batches.subList(from, batches.size())
                .removeIf(b -> b.thread() == header.thread() && b.time() == header.time());
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
