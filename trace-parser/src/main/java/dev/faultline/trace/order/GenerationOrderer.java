package dev.faultline.trace.order;

import dev.faultline.trace.event.Clock;
import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.store.TraceStore;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.ClockSnapshot;
import dev.faultline.trace.wire.Gap;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.Tables;
import dev.faultline.trace.wire.TraceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Orders one generation, by nothing but itself. Several may be at work at once.
public final class GenerationOrderer {
    private final RawGeneration generation;
    private final Tables tables;
    private final Clock clock;
    private final List<BatchCursor> cursors = new ArrayList<>();
    private long firstEvent = Long.MAX_VALUE;

    /// @param tables of the generation, interned
    /// @param clock of the generation
    public GenerationOrderer(RawGeneration generation, Tables tables, Clock clock) {
        this.generation = generation;
        this.tables = tables;
        this.clock = clock;
    }

    /// Decodes, merges and packs the events.
    ///
    /// @param store where the rows go
    /// @param watch is called now and then; throws to stop the work
    public OrderedGeneration order(TraceFile file, TraceStore store, Runnable watch) {
        Threads threads = new Threads();
        collectCursors(file, threads);
        Frontier frontier = frontier();
        SchedulerState state = new SchedulerState(tables, threads, generation.end() - generation.offset());
        RowSink sink = new RowSink(state, new RowWriter(store.packer(), clock), start());
        new Merger(state, frontier, sink, watch).run();
        return result(state, sink);
    }

    /// One cursor for each thread in the order of appearance; batches without thread are one more.
    private void collectCursors(TraceFile file, Threads threads) {
        Map<Long, BatchCursor> byThread = new HashMap<>();
        for (Batch batch : generation.batches()) {
            if (batch.kind() == Batch.Kind.EVENTS) {
                long id = batch.thread();
                BatchCursor cursor = byThread.get(id);
                if (cursor == null) {
                    int thread = id == Batch.NO_THREAD ? Threads.NONE : threads.add(id);
                    cursor = new BatchCursor(file, generation.number(), generation.maxTime(), id, thread);
                    byThread.put(id, cursor);
                    cursors.add(cursor);
                }
                cursor.add(batch);
            }
        }
    }

    private Frontier frontier() {
        Frontier frontier = new Frontier(cursors.size());
        for (BatchCursor cursor : cursors) {
            if (cursor.next()) {
                cursor.takeHole(); // nothing is known of the thread yet
                frontier.add(cursor);
                if (cursor.thread() >= 0) {
                    firstEvent = Math.min(firstEvent, cursor.time());
                }
            }
        }
        return frontier;
    }

    private long start() {
        ClockSnapshot snapshot = tables.snapshot();
        long begin = snapshot == null ? Long.MAX_VALUE : snapshot.units();
        begin = Math.min(begin, firstEvent);
        return begin == Long.MAX_VALUE ? generation.minTime() : begin;
    }

    private @Nullable Instant wallClock() {
        ClockSnapshot snapshot = tables.snapshot();
        return snapshot == null ? null : snapshot.wall().plusNanos(clock.ns(start()) - clock.ns(snapshot.units()));
    }

    private OrderedGeneration result(SchedulerState state, RowSink sink) {
        List<Gap> gaps = new ArrayList<>(generation.gaps());
        gaps.addAll(tables.gaps());
        cursors.forEach(c -> gaps.addAll(c.gaps()));
        gaps.sort(Comparator.comparingLong(l -> l.place().offset()));
        Tally tally = state.tally;
        return new OrderedGeneration(generation, sink.finish(), clock, start(), sink.latest(), wallClock(),
                state.goroutines.ids(), state.threads.ids(), gaps, new OrderedGeneration.Oddities(tally.forced(),
                        tally.skipped(), tally.contradictions(), tables.duplicates(), tables.unknown()));
    }
}
