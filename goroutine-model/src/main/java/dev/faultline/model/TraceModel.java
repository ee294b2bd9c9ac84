package dev.faultline.model;

import dev.faultline.trace.Trace;
import java.util.List;

/// The reconstructed run. Immutable once built and safe for several threads; parts that only some views or rules need
/// (spans, groups, P lanes) are computed when first asked for and then shared.
public interface TraceModel {
    Trace trace();

    long durationNs();

    Goroutines goroutines();

    /// A movable view of one goroutine's spans; cheap to make.
    Spans spans(int goroutine);

    List<GoroutineGroup> groups();

    /// Number of Ps that the trace names.
    int procCount();

    /// Spans of the P of this number.
    ProcSpans procSpans(int proc);

    /// All ranges in order of their begin.
    List<Range> ranges();

    /// Ranges of one kind.
    List<Range> ranges(Range.Kind kind);

    List<Task> tasks();

    /// In order of their begin.
    List<Region> regions();

    List<Metric> metrics();

    /// Rows of the CPU samples.
    int[] cpuSampleRows();
}
