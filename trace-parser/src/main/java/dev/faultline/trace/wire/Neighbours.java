package dev.faultline.trace.wire;

import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import org.jspecify.annotations.Nullable;

/// Judges a batch header by those around it: a generation number or a time that neither fits what came before nor what
/// comes behind is a changed byte, and would tear a generation apart.
final class Neighbours {
    /// Clock units that may lie between two batches, if only one of them says so: two hours of the usual clock.
    static final long TIME_SPAN = 1L << 37;

    /// Clock units that usually lie between two batches at most: two minutes.
    static final long USUAL_SPAN = 1L << 31;

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
    /// @throws TraceFormatException when it cannot have been a header of this trace
    BatchHeader settle(BatchHeader header, long number, long lastNumber, long lastTime) throws TraceFormatException {
        long generation = header.generation();
        boolean between = number == 0 && lastNumber != 0;
        boolean expected = generation == number
                || between && (generation == lastNumber + 1 || generation == lastNumber);
        boolean near = lastTime >= 0 && near(header.time(), lastTime);
        if (lastTime >= 0 && !usual(header.time(), lastTime) && !confirmed(header, lastTime)) {
            throw new TraceFormatException(Place.at(header.payload() - 1), "a batch of a time near " + lastTime,
                    "one of " + header.time() + " that no other confirms");
        }
        if (expected && near) {
            return header;
        }
        BatchHeader next = read(header.end());
        return new BatchHeader(header.experimental(),
                expected ? generation : generation(header, next, number, lastNumber), header.thread(),
                near ? header.time() : time(header, next, lastTime), header.payload(), header.size());
    }

    /// The time to measure the next header by: this one's, unless it is far off, or the first one, and the next does not
    /// say so, too; -1 while there is none.
    long trusted(BatchHeader header, long lastTime) {
        if (lastTime >= 0 && usual(header.time(), lastTime)) {
            return header.time();
        }
        BatchHeader next = read(header.end());
        if (next == null && lastTime < 0 && ends(header.end())) {
            return header.time();
        }
        return next != null && usual(next.time(), header.time()) ? header.time() : lastTime;
    }

    /// Whether what stands behind a header of an unusual time makes it one all the same: the process may have been
    /// stopped for long. Numbers that happen to look like a header are not followed by two others.
    private boolean confirmed(BatchHeader header, long lastTime) {
        if (header.time() < lastTime) {
            return false; // no batch stays unwritten for so long
        }
        BatchHeader next = read(header.end());
        if (next == null) {
            return ends(header.end());
        }
        if (usual(next.time(), lastTime)) {
            return true;
        }
        BatchHeader afterNext = read(next.end());
        return usual(next.time(), header.time()) && (afterNext == null
                ? ends(next.end())
                : usual(afterNext.time(), header.time()) || usual(afterNext.time(), lastTime));
    }

    private boolean ends(long at) {
        return at >= file.size() || file.endsGeneration(at);
    }

    private static boolean usual(long a, long b) {
        return Math.abs(a - b) <= USUAL_SPAN;
    }

    /// Time of the batch at an offset, or `otherwise` when none stands there.
    long timeAt(long offset, long otherwise) {
        BatchHeader header = read(file.endsGeneration(offset) ? offset + 1 : offset);
        return header == null ? otherwise : header.time();
    }

    private long generation(BatchHeader header, @Nullable BatchHeader next, long number, long lastNumber)
            throws TraceFormatException {
        long generation = header.generation();
        if (lastNumber == 0) {
            return firstGeneration(header, next);
        }
        long awaited = number != 0 ? number : lastNumber + 1;
        if (next == null) {
            boolean atEnd = ends(header.end());
            if (!atEnd && generation != awaited + 1) {
                throw new TraceFormatException(Place.at(header.payload() - 1), "a batch of generation " + awaited,
                        "one of generation " + Long.toUnsignedString(generation) + " before no other");
            }
            // the last batch of a generation belongs to it, whatever it says
            return atEnd && header.end() < file.size() ? awaited : generation;
        }
        if (next.generation() == generation || generation == awaited + 1 && next.generation() == generation + 1) {
            return generation;
        }
        if (next.generation() == awaited || next.generation() == awaited + 1) {
            return awaited;
        }
        throw new TraceFormatException(Place.at(header.payload() - 1), "a batch of generation " + awaited,
                "one of generation " + Long.toUnsignedString(generation) + " before one of "
                        + Long.toUnsignedString(next.generation()));
    }

    private long firstGeneration(BatchHeader header, @Nullable BatchHeader next) {
        if (next == null || next.generation() == header.generation()
                || next.generation() == header.generation() + 1) {
            return header.generation();
        }
        BatchHeader afterNext = read(next.end());
        boolean agreed = afterNext != null && afterNext.generation() == next.generation();
        return agreed ? next.generation() : header.generation();
    }

    private long time(BatchHeader header, @Nullable BatchHeader next, long lastTime) {
        if (lastTime >= 0) {
            return next != null && near(next.time(), header.time()) ? header.time() : lastTime;
        }
        BatchHeader afterNext = next == null || near(header.time(), next.time()) ? null : read(next.end());
        return next != null && afterNext != null && near(afterNext.time(), next.time())
                ? next.time()
                : header.time();
    }

    private static boolean near(long a, long b) {
        return Math.abs(a - b) <= TIME_SPAN;
    }

    private @Nullable BatchHeader read(long at) {
        try {
            return at < file.size() ? BatchHeader.read(file, at, in) : null;
        } catch (TraceFormatException e) {
            return null;
        }
    }
}
