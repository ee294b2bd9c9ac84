package dev.faultline.trace.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A generation whose batches are still being collected.
final class OpenGeneration {
    /// Its number, 0 before its first batch.
    long number;
    int repaired;
    final List<Gap> gaps = new ArrayList<>();
    private final long start;
    private final List<Batch> batches = new ArrayList<>();
    private long minTime = Long.MAX_VALUE;
    private long maxTime;

    OpenGeneration(long start) {
        this.start = start;
    }

    /// Opens one again that was taken to have ended.
    static OpenGeneration again(RawGeneration closed) {
        OpenGeneration open = new OpenGeneration(closed.offset());
        open.number = closed.number();
        open.repaired = closed.repaired();
        open.gaps.addAll(closed.gaps());
        open.batches.addAll(closed.batches());
        open.minTime = closed.minTime();
        open.maxTime = closed.maxTime();
        return open;
    }

    /// @param size bytes of payload to take, perhaps not as declared
    void add(BatchHeader header, int size, TraceFile file) {
        if (size > 0) {
            batches.add(Batch.of(header, header.kind(file), size));
        }
        minTime = Math.min(minTime, header.time());
        maxTime = Math.max(maxTime, header.time());
    }

    /// Removes what was taken of a batch before.
    void remove(BatchHeader header) {
        batches.removeIf(b -> b.thread() == header.thread() && b.time() == header.time());
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

    RawGeneration close(long end, boolean complete) {
        return new RawGeneration(number, start, end, Math.min(minTime, maxTime), maxTime, batches,
                complete && gaps.isEmpty(), repaired,
                gaps);
    }
}
