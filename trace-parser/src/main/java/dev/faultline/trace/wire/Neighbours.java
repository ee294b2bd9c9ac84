package dev.faultline.trace.wire;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.TraceFormatException;
import org.jspecify.annotations.Nullable;

/// Judges a batch header by those around it: a generation number or a time that neither fits what came before nor what
/// comes behind is a changed byte, and would tear a generation apart.
final class Neighbours {
    private final TraceFile file;
    private final ByteCursor in = new ByteCursor();

    Neighbours(TraceFile file) {
        this.file = file;
    }

    /// The header as it must have been.
    ///
    /// @param number of the open generation, 0 when none is
    /// @param lastNumber of the open or the last generation, 0 when there was none
    /// @param lastTime of the batch before, -1 when there was none
    BatchHeader settle(BatchHeader header, long number, long lastNumber, long lastTime) {
        long generation = header.generation();
        boolean expected = generation == number || number == 0 && generation == lastNumber + 1 && lastNumber != 0;
        boolean near = lastTime >= 0 && near(header.time(), lastTime);
        if (expected && near) {
            return header;
        }
        BatchHeader next = read(header.end());
        return new BatchHeader(header.experimental(),
                expected ? generation : generation(header, next, number, lastNumber), header.thread(),
                near ? header.time() : time(header, next, lastTime), header.payload(), header.size());
    }

    /// Time of the batch at an offset, or `otherwise` when none stands there.
    long timeAt(long offset, long otherwise) {
        BatchHeader header = read(file.at(offset) == EventType.END_OF_GENERATION.id() ? offset + 1 : offset);
        return header == null ? otherwise : header.time();
    }

    private long generation(BatchHeader header, @Nullable BatchHeader next, long number, long lastNumber) {
        if (next == null) {
            // the last batch of a generation belongs to it, whatever it says
            boolean lastOne = number != 0 && file.at(header.end()) == EventType.END_OF_GENERATION.id();
            return lastOne ? number : header.generation();
        }
        if (next.generation() == header.generation()) {
            return header.generation();
        }
        if (number != 0) {
            return next.generation() == number ? number : header.generation();
        }
        BatchHeader afterNext = read(next.end());
        boolean agreed = next.generation() == lastNumber + 1 && lastNumber != 0
                || afterNext != null && afterNext.generation() == next.generation()
                        && next.generation() != header.generation() + 1;
        return agreed ? next.generation() : header.generation();
    }

    private long time(BatchHeader header, @Nullable BatchHeader next, long lastTime) {
        if (next == null) {
            return lastTime >= 0 && header.time() == Long.MAX_VALUE ? lastTime : header.time();
        }
        if (lastTime >= 0) {
            return near(next.time(), lastTime) ? lastTime : header.time();
        }
        BatchHeader afterNext = near(header.time(), next.time()) ? null : read(next.end());
        return afterNext != null && near(afterNext.time(), next.time()) ? next.time() : header.time();
    }

    private static boolean near(long a, long b) {
        return Math.abs(a - b) <= Resync.TIME_SPAN;
    }

    private @Nullable BatchHeader read(long at) {
        try {
            return at < file.size() ? BatchHeader.read(file, at, in) : null;
        } catch (TraceFormatException e) {
            return null;
        }
    }
}
