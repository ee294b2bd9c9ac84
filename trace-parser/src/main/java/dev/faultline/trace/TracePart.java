package dev.faultline.trace;

import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.trace.index.Exchange;
import dev.faultline.trace.index.Records;
import dev.faultline.trace.index.TraceIndex;
import java.util.List;
import java.util.Optional;

/// A trace in its index: rows, tables and how it was read; everything but its name.
final class TracePart {
    private static final String NAME = "trace";
    private static final ReadReport NOTHING = new ReadReport(false, List.of(), List.of(), 0, 0);

    /// What stands in the header.
    private record Head(String header, int minor, long bytes, long durationNs) {}

    private TracePart() {
    }

    /// The trace as it was read before, if it was.
    static Optional<Trace> find(TraceIndex index, String name, Slabs slabs, Storage.Check check) {
        return index.find(NAME, slabs::map).flatMap(x -> {
            try {
                Strings strings = new Strings();
                Trace empty = new Trace(name, "", 0, 0, 0, new EventStore(slabs), strings, new Stacks(strings),
                        new Ids(), new Ids(), List.of(), NOTHING, slabs);
                Trace trace = exchange(x, empty);
                if (check == Storage.Check.AT_ONCE) {
                    trace.events().load();
                }
                return Optional.of(trace);
            } catch (RuntimeException e) {
                index.drop(NAME);
                return Optional.empty();
            }
        });
    }

    /// Keeps a trace that was read.
    static void keep(TraceIndex index, Trace trace) {
        index.keep(NAME, x -> exchange(x, trace));
    }

    private static Trace exchange(Exchange x, Trace t) {
        Head head = Records.one(x, Head.class, new Head(t.header(), t.minor(), t.bytes(), t.durationNs()));
        t.strings().exchange(x);
        t.stacks().exchange(x);
        t.goroutines().exchange(x);
        t.threads().exchange(x);
        t.events().exchange(x);
        List<Generation> generations = Records.list(x, Generation.class, t.generations());
        ReadReport report = Records.one(x, ReadReport.class, t.report());
        return new Trace(t.name(), head.header, head.minor, head.bytes, head.durationNs, t.events(), t.strings(),
                t.stacks(), t.goroutines(), t.threads(), generations, report, t.memory());
    }
}
