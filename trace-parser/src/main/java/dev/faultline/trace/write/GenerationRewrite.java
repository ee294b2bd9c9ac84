package dev.faultline.trace.write;

import dev.faultline.trace.event.Clock;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.GoStatus;
import dev.faultline.trace.format.Limits;
import dev.faultline.trace.format.ProcStatus;
import dev.faultline.trace.order.GenerationReplay;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.ClockSnapshot;
import dev.faultline.trace.wire.CpuSample;
import dev.faultline.trace.wire.RawBatch;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TableRecords;
import dev.faultline.trace.wire.TraceFile;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes some rows of a generation as a generation of their own, with the statuses that it begins with. Single use.
final class GenerationRewrite implements GenerationReplay.Listener {
    private static final long SECOND = 1_000_000_000;
    private static final int SYNC_SINCE = EventType.SYNC.since();

    private final TraceFile file;
    private final RawGeneration generation;
    private final Clock clock;
    private final Stretch stretch;
    private final int fromRow;
    private final int toRow;
    private final @Nullable Disguise disguise;
    private final TableRecords records;
    private final NameTables names;
    private final GenerationReplay replay;
    private final EventWriter events;
    private final StretchStart start;
    private final OpenUserWork before;
    private final TieBreaker ties = new TieBreaker();
    private final List<CpuSample> samples = new ArrayList<>();
    private final LongOpenHashSet told = new LongOpenHashSet();
    private final IntOpenHashSet toldProcs = new IntOpenHashSet();
    private int row;
    /// Time of its first batch, in clock units.
    private long begin;
    private long latest;
    private long statuses;
    private long waiting;

    /// @param index of the generation
    /// @param stretch what is to be kept
    /// @param before is shown what is not kept
    GenerationRewrite(TraceFile file, RawGeneration generation, Clock clock, int index, Stretch stretch,
            @Nullable Disguise disguise, OpenUserWork before) {
        this.file = file;
        this.generation = generation;
        this.clock = clock;
        this.stretch = stretch;
        fromRow = stretch.fromRow(index);
        toRow = stretch.toRow(index);
        this.disguise = disguise;
        this.before = before;
        records = TableRecords.read(file, generation.batches());
        names = new NameTables(records, disguise);
        replay = new GenerationReplay(file, generation);
        events = new EventWriter(replay, names);
        start = new StretchStart(replay, file.header().minor());
        begin = generation.minTime();
        latest = begin;
    }

    void writeTo(TraceOutput out, Runnable watch) throws IOException {
        replay.run(this, watch);
        sync(out);
        experiments(out);
        events.writeTo(out, generation.number());
        samples(out);
        names.writeTo(out, generation.number(), begin);
        out.end(file);
    }

    @Override
    public boolean event(BatchCursor e) {
        if (row < fromRow) {
            start.note(e);
            before.event(e.typeId(), e.arg0(), replay.contextGoroutineId());
        } else {
            if (row == fromRow && row > 0) {
                placeStart(e.time());
            }
            if (e.typeId() == EventType.GO_STATUS.id() || e.typeId() == EventType.GO_STATUS_STACK.id()) {
                count(e);
            }
            latest = ties.event(e.thread(), e.time());
            events.copy(e, latest);
        }
        return proceed();
    }

    @Override
    public boolean sample(CpuSample s) {
        if (row >= fromRow) {
            if (row == fromRow && row > 0) {
                placeStart(s.time());
            }
            samples.add(new CpuSample(ties.sample(s.time()), s.thread(), s.proc(), s.goroutine(),
                    names.stack(s.stack())));
        }
        return proceed();
    }

    private boolean proceed() {
        row++;
        if (row == fromRow) {
            start.tell(events);
        }
        if (row == toRow) {
            latest = Math.max(latest, stretch.toUnits());
            replay.rest(this::statusBehindEnd);
            return false;
        }
        return true;
    }

    /// Places what the stretch begins with. Go's reader moves what happens at the same time by a nanosecond each, so it
    /// comes earlier than the stretch by as many.
    private void placeStart(long first) {
        long room = 2 + start.events() * clock.frequency() / SECOND;
        begin = Math.max(0, Math.min(Math.min(first, stretch.fromUnits()), replay.earliest()) - room);
        events.moveTo(begin);
    }

    /// What the end of the generation would still have told of its beginning.
    private void statusBehindEnd(BatchCursor e) {
        switch (e.type()) {
            case GO_STATUS, GO_STATUS_STACK -> {
                if (replay.goroutine(e.arg0()) < 0 && told.add(e.arg0())) {
                    boolean placed = e.arg2() == GoStatus.RUNNING.ordinal() || e.arg2() == GoStatus.SYSCALL.ordinal();
                    count(e);
                    events.copyStatus(e, placed ? e.thread() : -1, latest);
                }
            }
            case PROC_STATUS -> {
                if (replay.procStatus(e.arg0()) == 0 && e.arg0() <= Limits.PROCS && toldProcs.add((int) e.arg0())) {
                    boolean placed = e.arg1() == ProcStatus.RUNNING.ordinal()
                            || e.arg1() == ProcStatus.SYSCALL.ordinal();
                    events.copyStatus(e, placed ? e.thread() : -1, latest);
                }
            }
            case GC_MARK_ASSIST_ACTIVE -> {
                if (told.contains(e.arg0())) {
                    events.copyStatus(e, -1, latest);
                }
            }
            default -> {
                // belongs to what is cut off
            }
        }
    }

    private void count(BatchCursor status) {
        statuses++;
        waiting += status.arg2() == GoStatus.WAITING.ordinal() ? 1 : 0;
    }

    private void sync(TraceOutput out) throws IOException {
        WireBuffer payload = new WireBuffer();
        if (file.header().minor() >= SYNC_SINCE) {
            payload.u8(EventType.SYNC.id());
        }
        payload.u8(EventType.FREQUENCY.id()).varint(clock.frequency());
        ClockSnapshot snapshot = records.snapshot();
        if (file.header().minor() >= SYNC_SINCE) {
            long ns = snapshot == null ? 0 : clock.ns(begin) - clock.ns(snapshot.units());
            Instant wall = snapshot == null ? Instant.EPOCH : snapshot.wall().plusNanos(ns);
            payload.u8(EventType.CLOCK_SNAPSHOT.id()).varint(0).varint(Math.max(0, records.monotonic() + ns))
                    .varint(wall.getEpochSecond()).varint(wall.getNano());
        }
        out.batch(generation.number(), Batch.NO_THREAD, begin, payload);
    }

    private void experiments(TraceOutput out) throws IOException {
        for (RawBatch raw : RawBatch.of(file, generation).orElse(List.of())) {
            if (raw.experiment() >= 0) {
                ExperimentTables.write(file, raw, generation.number(), Math.max(begin, raw.batch().time()), disguise,
                        out);
            }
        }
    }

    private void samples(TraceOutput out) throws IOException {
        WireBuffer payload = new WireBuffer();
        for (CpuSample s : samples) {
            if (payload.size() > Limits.BATCH_BYTES - 6 * Limits.VARINT_BYTES) {
                out.batch(generation.number(), Batch.NO_THREAD, begin, payload);
                payload.clear();
            }
            if (payload.size() == 0) {
                payload.u8(EventType.CPU_SAMPLES.id());
            }
            payload.u8(EventType.CPU_SAMPLE.id()).varint(s.time()).varint(s.thread()).varint(s.proc())
                    .varint(s.goroutine()).varint(s.stack());
        }
        if (payload.size() > 0) {
            out.batch(generation.number(), Batch.NO_THREAD, begin, payload);
        }
    }

    /// Goroutines that exist when it begins.
    long existing() {
        return start.goroutines() + statuses;
    }

    /// How many of them wait.
    long existingWaiting() {
        return start.waiting() + waiting;
    }

    /// Time of its start, in clock units.
    long begin() {
        return fromRow == 0 ? generation.minTime() : begin;
    }

    /// Time of its last event, in clock units.
    long latest() {
        return latest;
    }
}
