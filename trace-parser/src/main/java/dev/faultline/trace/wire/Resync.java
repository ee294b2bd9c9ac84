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
    /// @param back clock units that it may lie before the last one
    /// @param ahead clock units that it may lie behind the last one
    /// @param batches that must follow each other
    /// @param clean whether its payload must be without fault; it always must when nothing is known to compare with
    private record Demand(long generations, long back, long ahead, int batches, boolean clean) {
        boolean allows(long time, long lastTime) {
            return lastTime < 0 || (time >= lastTime ? time - lastTime <= ahead : lastTime - time <= back);
        }
    }

    private static final long MISSING_GENERATIONS = 1000;
    private static final Demand[] DEMANDS = {new Demand(0, Neighbours.USUAL_SPAN, Neighbours.USUAL_SPAN, 2, false),
            new Demand(MISSING_GENERATIONS, Neighbours.USUAL_SPAN, Neighbours.TIME_SPAN, 2, true),
            new Demand(MISSING_GENERATIONS, Long.MAX_VALUE, Long.MAX_VALUE, 4, true)};

    /// Bytes looked at over all searches, for each byte of the file and in any case. A damaged file needs a few; one that
    /// is made to need more gives up what is left of it.
    private static final long EFFORT_PER_BYTE = 32;
    private static final long LEAST_EFFORT = 1L << 26;
    private static final int HEADER_EFFORT = 64;

    private final TraceFile file;
    private final ByteCursor in = new ByteCursor();
    private long effort;

    Resync(TraceFile file) {
        this.file = file;
        this.effort = LEAST_EFFORT + EFFORT_PER_BYTE * file.size();
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
        for (long at = from; at < file.size() && effort > 0; at++) {
            effort--;
            int first = file.at(at);
            if (BatchHeader.canBegin(first) && believable(at, generation, time, demand)
                    || file.endsGeneration(at) && generation != 0
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
            if (batch > 0 && (at >= file.size() || file.endsGeneration(at))) {
                // fewer will do at the end, where all else fits
                return firstGeneration != 0 && demand == DEMANDS[0];
            }
            BatchHeader header = read(at);
            if (header == null || !fits(header, generation, time, demand)
                    || EventType.ofId(file.at(header.payload())) == null
                    || (demand.clean || firstTime < 0) && !clean(header)) {
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
                && demand.allows(header.time(), time);
    }

    private boolean clean(BatchHeader header) {
        effort -= header.size();
        return header.end() <= file.size()
                && PayloadCheck.endsCleanly(file, Batch.of(header, header.kind(file), header.size()));
    }

    private @Nullable BatchHeader read(long at) {
        effort -= HEADER_EFFORT;
        try {
            return at < file.size() ? BatchHeader.read(file, at, in) : null;
        } catch (TraceFormatException e) {
            return null;
        }
    }
}
