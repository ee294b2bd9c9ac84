package dev.faultline.trace;

import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.trace.store.TraceStore;
import java.util.ArrayList;
import java.util.List;

/// A trace that was read: ordered events and what they refer to. Closing frees its memory; nothing of it may be used
/// afterwards.
///
/// @param name what to call it: the file's name, or `archive.zip!/inner.trace`
/// @param header text of the header such as `go 1.26 trace`
/// @param minor format version of the header, 26 for `go 1.26 trace`
/// @param bytes size of the uncompressed trace
/// @param durationNs last minus first event time in nanoseconds
/// @param store where it lies, with what is kept of it from one opening to the next
/// @param earlier what is known of the time before, if it is a stretch of a longer trace
public record Trace(String name, String header, int minor, long bytes, long durationNs, EventStore events,
        Strings strings, Stacks stacks, Ids goroutines, Ids threads, List<Generation> generations, ReadReport report,
        TraceStore store, Earlier earlier) implements AutoCloseable {

    public Trace {
        generations = List.copyOf(generations);
    }

    /// A whole trace.
    public Trace(String name, String header, int minor, long bytes, long durationNs, EventStore events,
            Strings strings, Stacks stacks, Ids goroutines, Ids threads, List<Generation> generations,
            ReadReport report, TraceStore store) {
        this(name, header, minor, bytes, durationNs, events, strings, stacks, goroutines, threads, generations, report,
                store, Earlier.NOTHING);
    }

    /// Whether it is a stretch of a longer trace.
    public boolean isStretch() {
        return earlier != Earlier.NOTHING;
    }

    /// Where its time 0 lies in the whole trace, in nanoseconds since the first event there; 0 where it is the whole.
    public long originNs() {
        return earlier.originNs();
    }

    /// What its rows name, and where it lies.
    public RowListener.Parts parts() {
        return new RowListener.Parts(events, strings, stacks, goroutines, threads, store);
    }

    /// The same trace with more to tell about how it was read. The notices come first.
    Trace noting(List<String> notices, boolean complete) {
        if (notices.isEmpty() && complete) {
            return this;
        }
        List<String> all = new ArrayList<>(notices);
        all.addAll(report.notices());
        ReadReport told = new ReadReport(report.complete() && complete, report.likelyCause(), all, report.losses(),
                report.forced(), report.skipped());
        return new Trace(name, header, minor, bytes, durationNs, events, strings, stacks, goroutines, threads,
                generations, told, store, earlier);
    }

    @Override
    public void close() {
        store.close();
    }
}
