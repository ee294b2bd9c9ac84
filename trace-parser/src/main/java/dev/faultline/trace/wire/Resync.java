package dev.faultline.trace.wire;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.TraceFormatException;
import org.jspecify.annotations.Nullable;

/// Finds the next batch behind damage. A place is believed when a header stands there that fits what is known of the
/// trace, and others follow, or the end of the generation or of the file. What "fits" means is asked strictly first; if
/// the rest of the file holds no such place, what is known may itself be damaged, and less will do.
final class Resync {
    static final long NOT_FOUND = -1;

    /// What a header must be to be believed.
    ///
    /// @param generations that may lie between it and the last one, both excluded
    /// @param timeSpan clock units that may lie between it and the last one
    /// @param batches that must follow each other
    private record Demand(long generations, long timeSpan, int batches) {}

    /// Two minutes of the usual clock, two generations, two batches; then hours, then any time at all.
    private static final Demand[] DEMANDS = {new Demand(0, Neighbours.USUAL_SPAN, 2), new Demand(1000, 1L << 37, 3),
            new Demand(1000, Long.MAX_VALUE, 4)};

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
        for (Demand demand : DEMANDS) {
            long found = find(from, generation, time, demand);
            if (found != NOT_FOUND) {
                return found;
            }
        }
        return NOT_FOUND;
    }

    private long find(long from, long generation, long time, Demand demand) {
        for (long at = from; at < file.size(); at++) {
            int first = file.at(at);
            if (BatchHeader.canBegin(first) && believable(at, generation, time, demand)
                    || first == EventType.END_OF_GENERATION.id() && generation != 0
                            && believable(at + 1, generation + 1, time, demand)) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    private boolean believable(long start, long firstGeneration, long firstTime, Demand demand) {
        long at = start;
        long generation = firstGeneration;
        long time = firstTime;
        for (int batch = 0; batch < demand.batches; batch++) {
            if (batch > 0 && (at >= file.size() || file.at(at) == EventType.END_OF_GENERATION.id())) {
                // fewer will do at the end, but not next to nothing
                return generation != 0 && firstGeneration != 0;
            }
            BatchHeader header = read(at);
            if (header == null || !fits(header, generation, time, demand)
                    || EventType.ofId(file.at(header.payload())) == null) {
                return false;
            }
            generation = header.generation();
            time = header.time();
            at = header.end();
        }
        return true;
    }

    private static boolean fits(BatchHeader header, long generation, long time, Demand demand) {
        long ahead = header.generation() - generation;
        return (generation == 0 || ahead >= 0 && ahead <= demand.generations + 1)
                && (time < 0 || Math.abs(header.time() - time) <= demand.timeSpan);
    }

    private @Nullable BatchHeader read(long at) {
        try {
            return at < file.size() ? BatchHeader.read(file, at, in) : null;
        } catch (TraceFormatException e) {
            return null;
        }
    }
}
