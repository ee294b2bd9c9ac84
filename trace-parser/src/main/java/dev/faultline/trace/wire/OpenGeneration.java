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
            batches.add(new Batch(header.kind(file), header.thread(), header.time(), header.payload(), size));
        }
        minTime = Math.min(minTime, header.time());
        maxTime = Math.max(maxTime, header.time());
    }

    /// The last batch if its payload ends at an offset, else null.
    @Nullable
    Batch lastEndingAt(long offset) {
        if (batches.isEmpty()) {
            return null;
        }
        Batch last = batches.getLast();
        return last.offset() + last.size() == offset ? last : null;
    }

    /// Gives the last batch the size that it must have had.
    void resizeLast(int size) {
        Batch last = batches.removeLast();
        batches.add(new Batch(last.kind(), last.thread(), last.time(), last.offset(), size));
        repaired++;
    }

    RawGeneration close(long end, boolean complete) {
        return new RawGeneration(number, start, end, minTime, maxTime, batches, complete && gaps.isEmpty(), repaired,
                gaps);
    }
}
