package dev.faultline.trace.wire;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.TraceFormatException;
import org.jspecify.annotations.Nullable;

/// Finds the next batch behind damage. A place is believed when a header stands there that fits what is known of the
/// trace, and behind its payload another one, or the end of the generation or of the file.
final class Resync {
    static final long NOT_FOUND = -1;
    /// Batches that must follow each other.
    private static final int BELIEVED = 2;
    /// Generations that may be missing altogether.
    private static final long MISSING_GENERATIONS = 1000;
    /// Clock units that may lie between two generations: three hours of the usual clock.
    static final long TIME_SPAN = 1L << 37;

    private final TraceFile file;
    private final ByteCursor in = new ByteCursor();

    Resync(TraceFile file) {
        this.file = file;
    }

    /// Offset of the first believable batch, or end of generation, at or behind `from`; [#NOT_FOUND] when none is left.
    ///
    /// @param generation number of the present or last generation, 0 when none is known
    /// @param time of a batch before, -1 when none is known
    long find(long from, long generation, long time) {
        for (long at = from; at < file.size(); at++) {
            int first = file.at(at);
            if (BatchHeader.canBegin(first) && believable(at, generation, time, BELIEVED)
                    || first == EventType.END_OF_GENERATION.id() && generation != 0
                            && believable(at + 1, generation + 1, time, BELIEVED)) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    private boolean believable(long at, long generation, long time, int batches) {
        BatchHeader header = read(at);
        if (header == null || !fits(header, generation, time) || EventType.ofId(file.at(header.payload())) == null) {
            return false;
        }
        long next = header.end();
        if (batches == 1 || next >= file.size()) {
            return batches == 1 || generation != 0;
        }
        if (file.at(next) == EventType.END_OF_GENERATION.id()) {
            return true;
        }
        return believable(next, header.generation(), header.time(), batches - 1);
    }

    private boolean fits(BatchHeader header, long generation, long time) {
        long ahead = header.generation() - generation;
        return (generation == 0 || ahead >= 0 && ahead <= MISSING_GENERATIONS)
                && (time < 0 || Math.abs(header.time() - time) <= TIME_SPAN);
    }

    private @Nullable BatchHeader read(long at) {
        try {
            return at < file.size() ? BatchHeader.read(file, at, in) : null;
        } catch (TraceFormatException e) {
            return null;
        }
    }
}
