package dev.faultline.trace.order;

import dev.faultline.trace.event.Clock;
import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.store.TraceStore;
import dev.faultline.trace.wire.ClockSnapshot;
import dev.faultline.trace.wire.Gap;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.Tables;
import dev.faultline.trace.wire.TraceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Orders one generation, by nothing but itself. Several may be at work at once.
public final class GenerationOrderer {
    private final RawGeneration generation;
    private final Tables tables;
    private final Clock clock;

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
        Streams streams = new Streams(file, generation, threads);
        Frontier frontier = streams.frontier();
        SchedulerState state = new SchedulerState(tables, threads, generation.end() - generation.offset());
        RowSink sink = new RowSink(state, new RowWriter(store.packer(), clock), start(streams));
        new Merger(state, frontier, sink, watch).run();
        return result(state, sink, streams);
    }

    private long start(Streams streams) {
        ClockSnapshot snapshot = tables.snapshot();
        long begin = snapshot == null ? Long.MAX_VALUE : snapshot.units();
        begin = Math.min(begin, streams.firstEvent());
        return begin == Long.MAX_VALUE ? generation.minTime() : begin;
    }

    private @Nullable Instant wallClock(long start) {
        ClockSnapshot snapshot = tables.snapshot();
        return snapshot == null ? null : snapshot.wall().plusNanos(clock.ns(start) - clock.ns(snapshot.units()));
    }

    private OrderedGeneration result(SchedulerState state, RowSink sink, Streams streams) {
        List<Gap> gaps = new ArrayList<>(generation.gaps());
        gaps.addAll(tables.gaps());
        streams.cursors().forEach(c -> gaps.addAll(c.gaps()));
        gaps.sort(Comparator.comparingLong(l -> l.place().offset()));
        Tally tally = state.tally;
        long start = start(streams);
        return new OrderedGeneration(generation, sink.finish(), clock, start, sink.latest(), wallClock(start),
                state.goroutines.ids(), state.threads.ids(), gaps, new OrderedGeneration.Oddities(tally.forced(),
                        tally.skipped(), tally.contradictions(), tables.duplicates(), tables.unknown()));
    }
}
