package dev.faultline.trace.v1;

import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.progress.Phase;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/// One pass over the whole file: where each P's events stand, the tables (which come last but are needed first), the
/// clock's frequency and the CPU samples. Bytes that are no record are left out and told as losses.
final class V1Index {
    /// Events before damage that may be damaged, too: nonsense can look like events for a while, but hardly for longer.
    private static final int DOUBTFUL = 4;
    private static final int PROGRESS_BYTES = 1 << 20;

    /// A part of the file that is no sequence of records. Times are clock units.
    record Gap(long from, long to, long fromTime, long toTime, String cause) {
        /// @param offset turns offsets of what was indexed into those of the file
        Loss loss(V1Clock clock, LongUnaryOperator offset) {
            return new Loss(Place.at(offset.applyAsLong(from)), to - from, clock.ns(fromTime),
                    clock.ns(Math.max(fromTime, toTime)), -1,
                    cause);
        }
    }

    final V1Batches batches = new V1Batches();
    final V1Tables strings = new V1Tables();
    final V1Tables stacks = new V1Tables();
    final V1Samples samples = new V1Samples();
    final List<Gap> gaps = new ArrayList<>();
    /// Clock units per second, 0 when the file does not say.
    long frequency;
    /// Timed events in the stretches, CPU samples left out.
    long events;
    /// How often a P's events reach beyond the time of its next batch: there are more than it wrote.
    int overruns;
    /// Events next to damage that may not be what they seem.
    long doubtful;

    private final MemorySegment bytes;
    private final int minor;
    private final V1Decoder in;
    private final V1Resync resync;
    private final V1Swallows swallows;
    /// Ps of which something is missing since their last stretch.
    private final LongOpenHashSet holes = new LongOpenHashSet();
    /// Time of each P's last event.
    private final Long2LongOpenHashMap lastTimes = new Long2LongOpenHashMap();
    private int batch = V1Batches.NONE;
    /// Whether the batch holds stacks: those are written last of all, events do not follow them.
    private boolean table;
    private long proc;
    private long time;
    private long sequence;
    private long eventsBeforeGap;

    private V1Index(MemorySegment bytes, int minor) {
        this.bytes = bytes;
        this.minor = minor;
        this.in = new V1Decoder(bytes, minor);
        this.resync = new V1Resync(bytes, minor, batches);
        this.swallows = new V1Swallows(bytes, minor, resync);
    }

    /// @param from first byte behind the header
    static V1Index of(MemorySegment bytes, long from, int minor, V1Watch watch) {
        V1Index index = new V1Index(bytes, minor);
        index.in.at = from;
        index.read(watch);
        index.samples.sort();
        return index;
    }

    private void read(V1Watch watch) {
        long size = bytes.byteSize();
        long report = 0;
        while (in.at < size) {
            long at = in.at;
            if (!in.next() || !accept(at)) {
                repair(at);
            }
            if (at >= report) {
                report = at + PROGRESS_BYTES;
                watch.at(Phase.READING, at, size);
            }
        }
        close(size);
    }

    /// Takes the decoded record in; false when it cannot stand here.
    private boolean accept(long at) {
        switch (in.type) {
            case BATCH -> {
                close(at);
                table = false;
                proc = in.args[0];
                time = in.time;
                overruns += lastTimes.get(proc) > time ? 1 : 0;
                sequence = in.sequence;
                batch = batches.open(proc, in.at, time, sequence);
                if (holes.remove(proc)) {
                    batches.markBroken(batch);
                }
            }
            case STRING -> {
                if (swallows.isSuspect(in, strings.knows(in.args[0]))) {
                    return false;
                }
                strings.add(in, 0);
            }
            case STACK -> {
                if (swallows.isBroken(in)) {
                    return false;
                }
                stacks.add(in, (int) in.args[1]);
                table = true;
            }
            case FREQUENCY -> {
                return takeFrequency();
            }
            case TIMER_GOROUTINE -> {
                // tells the views of old tools where to draw wake-ups by timers
            }
            case CPU_SAMPLE -> {
                if (in.args[0] < 0 || in.args[0] > V1Limits.LATEST) {
                    in.problem = "the time of a sample, found " + Long.toUnsignedString(in.args[0]);
                    return false;
                }
                samples.add(in);
            }
            default -> {
                return takeEvent();
            }
        }
        return true;
    }

    private boolean takeFrequency() {
        if (in.args[0] < V1Clock.SLOWEST || in.args[0] > V1Clock.FASTEST) {
            in.problem = "a clock of " + V1Clock.SLOWEST + " to " + V1Clock.FASTEST + " units per second, found "
                    + Long.toUnsignedString(in.args[0]);
            return false;
        }
        frequency = in.args[0];
        return true;
    }

    private boolean takeEvent() {
        if (in.type == V1Type.USER_LOG && swallows.isSuspect(in, false)) {
            return false;
        }
        if (table) {
            in.problem = "a stack of the table, found " + in.type;
            return false;
        }
        if (batch == V1Batches.NONE) {
            in.problem = "a batch before the first event, found " + in.type;
            return false;
        }
        if (time + in.time < 0 || time + in.time > V1Limits.LATEST) {
            in.problem = "a time from 0 to " + V1Limits.LATEST + ", found " + (time + in.time);
            return false;
        }
        time += in.time;
        sequence += in.sequence;
        events++;
        return true;
    }

    /// Gives up the bytes from `at` to the next place where records go on. The P's goroutine is unknown from there.
    private void repair(long at) {
        String problem = in.problem;
        long size = bytes.byteSize();
        V1Resync.Found found = resync.after(at, batch == V1Batches.NONE ? -1 : time, table);
        long to = found == null ? size : found.at();
        boolean sameBatch = found != null && !found.batch();
        if (batch != V1Batches.NONE) {
            holes.add(proc);
        }
        gaps.add(new Gap(at, to, time, found != null && found.batch() ? found.time() : time,
                "expected " + problem));
        doubtful += Math.min(DOUBTFUL, events - eventsBeforeGap);
        eventsBeforeGap = events;
        close(at);
        batch = V1Batches.NONE;
        if (sameBatch && batches.procCount() > 0) {
            batch = batches.open(proc, to, time, sequence);
            batches.markBroken(batch);
            holes.remove(proc);
        }
        in.at = to;
    }

    private void close(long at) {
        if (batch != V1Batches.NONE) {
            batches.close(batch, at);
            lastTimes.put(proc, time);
        }
    }
}
