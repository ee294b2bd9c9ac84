package dev.faultline.trace.wire;

import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import java.util.ArrayList;
import java.util.List;

/// The next event of one thread of a generation, decoded into fields that are overwritten by the one after it.
public final class BatchCursor {
    private static final EventType[] TYPES = new EventType[256];
    static {
        for (EventType t : EventType.values()) {
            TYPES[t.id()] = t;
        }
    }

    /// Clock units that an event may lie behind the last batch's begin: nine minutes of the usual clock.
    private static final long PAUSE = 1L << 33;

    private final TraceFile file;
    private final long generation;
    private final long end;
    private final long latest;
    private final long threadId;
    private final int thread;
    private final List<Batch> batches = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final ByteCursor in = new ByteCursor();
    private int nextBatch;
    private boolean hole;
    private int typeId = EventType.EVENT_BATCH.id();
    private long time;
    private long arg0;
    private long arg1;
    private long arg2;
    private long arg3;

    /// @param generation number of the generation
    /// @param end time when nothing of the thread comes any more, in clock units
    /// @param threadId id of the thread, [Batch#NO_THREAD] for the batches of none
    /// @param thread its index in the generation, -1 for none
    public BatchCursor(TraceFile file, long generation, long end, long threadId, int thread) {
        this.file = file;
        this.generation = generation;
        this.end = end;
        this.latest = end > Long.MAX_VALUE - PAUSE ? Long.MAX_VALUE : end + PAUSE;
        this.threadId = threadId;
        this.thread = thread;
    }

    /// Adds the thread's next batch, in file order.
    public void add(Batch batch) {
        batches.add(batch);
    }

    /// Decodes the next event; false when there is none. An event that cannot be decoded costs the rest of its batch.
    public boolean next() {
        while (true) {
            if (!in.more()) {
                if (nextBatch == batches.size()) {
                    return false;
                }
                Batch batch = batches.get(nextBatch++);
                in.load(file, batch);
                time = batch.time();
            }
            long start = in.offset();
            try {
                decode();
                return true;
            } catch (TraceFormatException e) {
                giveUp(start, e);
            }
        }
    }

    private void decode() throws TraceFormatException {
        int id = in.u8();
        int args = EventTable.timedArgs(id);
        if (args < 0) {
            throw new TraceFormatException(Place.at(in.offset() - 1), "an event", "byte " + id);
        }
        long later = time + in.varint();
        if (args > 0) {
            arg0 = in.varint();
            if (args > 1) {
                arg1 = in.varint();
                if (args > 2) {
                    arg2 = in.varint();
                    if (args > 3) {
                        arg3 = in.varint();
                    }
                }
            }
        }
        if (in.overrun()) {
            throw new TraceFormatException(Place.at(in.end()), "the rest of an event", "the end of the batch");
        }
        if (later < time || later > latest) {
            throw new TraceFormatException(Place.at(in.offset()), "an event near the others of its generation",
                    "one " + Long.toUnsignedString(later - time) + " clock units later");
        }
        typeId = id;
        time = later;
    }

    private void giveUp(long start, TraceFormatException cause) {
        EventType at = EventType.ofId(file.at(start));
        Place place = new Place(start, generation, threadId, at == null ? null : at.goName());
        long to = nextBatch < batches.size() ? batches.get(nextBatch).time() : end;
        gaps.add(new Gap(place, in.end() - start, time, to, cause.getMessage()));
        in.skipAll();
        hole = true;
    }

    /// Whether events of this thread are missing before the present one; asking resets it.
    public boolean takeHole() {
        boolean was = hole;
        hole = false;
        return was;
    }

    public EventType type() {
        return TYPES[typeId];
    }

    /// Number of the event's type: cheaper than the type, for tables.
    public int typeId() {
        return typeId;
    }

    /// Absolute time in clock units, never negative.
    public long time() {
        return time;
    }

    /// Index of the writing thread in the generation, -1 for none.
    public int thread() {
        return thread;
    }

    /// First argument behind the time; undefined where the event has none. Likewise for the others.
    public long arg0() {
        return arg0;
    }

    public long arg1() {
        return arg1;
    }

    public long arg2() {
        return arg2;
    }

    public long arg3() {
        return arg3;
    }

    public List<Gap> gaps() {
        return gaps;
    }
}
