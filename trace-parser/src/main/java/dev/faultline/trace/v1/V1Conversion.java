package dev.faultline.trace.v1;

import dev.faultline.trace.event.Clock;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Origin;
import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.event.Rows;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.trace.store.TraceStore;
import dev.faultline.trace.wire.TraceFile;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/// Reads a v1 trace: index, order, rows. What is damaged is left out and told; nothing is refused.
public final class V1Conversion {
    /// Rows hold nanoseconds already: a system call without an end lasts one, less than a unit of the file's clock.
    private static final Clock NANOSECONDS = new Clock(1_000_000_000);

    private final MemorySegment bytes;
    private final int minor;
    private final V1Watch watch;
    private final List<String> notices = new ArrayList<>();

    private V1Conversion(MemorySegment bytes, int minor, V1Watch watch) {
        this.bytes = bytes;
        this.minor = minor;
        this.watch = watch;
    }

    /// Reads a whole trace. The bytes are not needed afterwards.
    ///
    /// @param file of version 5 to 21
    /// @param store where the rows go
    public static V1Result run(TraceFile file, TraceStore store, V1Watch watch) {
        return new V1Conversion(file.bytes(), file.header().minor(), watch).run(file.body(), store);
    }

    private V1Result run(long from, TraceStore store) {
        V1Reading reading = V1Reading.of(bytes, from, minor, watch);
        V1Index index = reading.index();
        V1Order order = reading.order();
        long zero = order.earliest == Long.MAX_VALUE ? 0 : order.earliest;
        V1Clock clock = new V1Clock(zero, index.frequency == 0 ? V1Clock.ASSUMED : index.frequency);
        RowWriter writer = new RowWriter(store.packer(), NANOSECONDS);
        V1Stream stream = new V1Stream(reading.bytes(), minor, index.batches);
        V1Names names = new V1Names(reading.bytes(), minor, index);
        V1Times times = new V1Times(clock, index.batches.procCount());
        V1Out out = new V1Out(stream, minor, names, times, writer);
        new V1Emitter(stream, index, order, out).run(watch);
        Rows rows = writer.finish();
        EventStore events = new EventStore();
        events.append(rows,
                new Origin(NANOSECONDS, 0, identity(out.goroutines.size()), identity(out.threads.size())));
        explain(reading, times, names);
        List<Loss> losses = index.gaps.stream().map(g -> g.loss(clock, reading::inFile)).toList();
        boolean complete = losses.isEmpty() && index.frequency != 0;
        boolean sure = complete && reading.sound() && times.repaired() == 0;
        long assumed = out.assumed() + (sure ? 0 : index.doubtful + order.unfinishedCalls());
        ReadReport report = new ReadReport(complete, "", notices, losses, order.forced + assumed, out.skipped());
        return new V1Result(events, names.strings, names.stacks, out.goroutines, out.threads, writer.lastTime(),
                index.frequency != 0, report, reading.texts().stretches());
    }

    /// The conversion's own indices are the trace's.
    private static int[] identity(int size) {
        return IntStream.range(0, size).toArray();
    }

    private void explain(V1Reading reading, V1Times times, V1Names names) {
        V1Index index = reading.index();
        V1Order order = reading.order();
        if (!reading.texts().isEmpty()) {
            notices.add(reading.texts().bytes() + " bytes of text inside the trace were skipped");
        }
        if (!reading.copies().isEmpty()) {
            notices.add(reading.copies().bytes() + " bytes appear twice in the file and were read once");
        }
        if (index.frequency == 0) {
            notices.add(
                    "the file ends before the clock's frequency and the stacks, which Go writes last: times assume a "
                            + "processor of 2.5 GHz and may be off by a factor of two, stacks are unknown");
        }
        long backwards = Math.max(order.backwards, times.repaired());
        if (backwards > 0) {
            notices.add((backwards == 1 ? "1 event carries" : backwards + " events carry")
                    + " a time earlier than an event that must come first (CPU clocks that are out of sync); "
                    + "sequence numbers give the order, and these times were adjusted");
        }
        if (order.forced > 0) {
            notices.add(order.forced + " events were ordered by time alone: what they depend on is missing");
        }
        if (duplicates(index) > 0) {
            notices.add(duplicates(index) + " table entries have a duplicate id; the first one is used");
        }
        if (names.unresolved() > 0 && index.frequency != 0) {
            notices.add(names.unresolved() + " references to strings or stacks that are not in the trace");
        }
    }

    private static int duplicates(V1Index index) {
        return index.strings.duplicates() + index.stacks.duplicates();
    }
}
