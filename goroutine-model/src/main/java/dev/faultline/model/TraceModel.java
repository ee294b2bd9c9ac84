package dev.faultline.model;

import dev.faultline.model.owner.Owners;
import dev.faultline.trace.Trace;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.List;
import java.util.Optional;

/// The reconstructed run. Immutable once built and safe for several threads; parts that only some views or rules need
/// (spans, groups, P lanes) are computed when first asked for and then shared.
public interface TraceModel {
    Trace trace();

    long durationNs();

    Goroutines goroutines();

    /// Whose code the frames of its stacks are.
    Owners owners();

    /// A movable view of one goroutine's spans; cheap to make.
    Spans spans(int goroutine);

    /// The same of a goroutine whose rows somebody noted during the replay.
    ///
    /// @param rows all that [Goroutines#changes] counts, ascending
    Spans spans(int goroutine, IntList rows);

    /// What goroutines did within a stretch, for who looks at little of a long trace.
    ///
    /// @param fromNs begin, nanoseconds since the trace's first event
    /// @param toNs end
    SpanWindow spansBetween(long fromNs, long toNs);

    /// The first state that the trace tells of a goroutine from before it; [GoState#NOT_EXISTING] of any other.
    GoState firstState(int goroutine);

    /// The spans of all goroutines in one pass.
    SpanCursor allSpans();

    List<GoroutineGroup> groups();

    /// One more than the highest number of a P that the trace names.
    int procCount();

    /// Spans of the P of this number.
    ProcSpans procSpans(int proc);

    /// All ranges in order of their start.
    List<Range> ranges();

    /// Ranges of one kind.
    List<Range> ranges(Range.Kind kind);

    /// The program's tasks, without the background task.
    Tasks tasks();

    /// The background task, id 0: not of the program's making, but Go's own summary lists it where a region or a log message
    /// names no other.
    Optional<Task> backgroundTask();

    Regions regions();

    /// Indices of the regions whose start or end is not in the trace, ascending.
    IntList incompleteRegions();

    /// Rows of ends of regions that did not close the innermost open region of their goroutine, ascending: the program ends
    /// regions in another order than it begins them, or on another goroutine. See [Regions].
    int[] mismatchedRegionEnds();

    List<Metric> metrics();

    /// Rows of the CPU samples.
    int[] cpuSampleRows();

    /// Rows of the log messages.
    int[] logRows();

    /// Rows of the labels: which kind of GC worker a goroutine is until it next stops.
    int[] labelRows();

    /// Index of the region inside which a goroutine was created, or its creator was, and so on; -1 when none. Such a
    /// goroutine works for the region's task.
    int inheritedRegion(int goroutine);

    /// Index in [#tasks()] of the task that a goroutine was created to work for: that of the innermost region with a task
    /// which its creator had open, else the latest task that its creator began and had not ended, else the creator's own; -1
    /// when none, or unknown since it is older than the trace.
    int inheritedTask(int goroutine);

    /// Spans of a thread by its index; [ProcSpans#proc] is the thread's index.
    ProcSpans threadSpans(int thread);

    /// What pauses, background workers and assists left to the program.
    MutatorUtilization mutatorUtilization();

    /// Finished waits by stack, as cmd/trace counts them.
    WaitProfile profile(WaitProfile.Kind kind);

    /// Counts of events and transitions.
    Tally tally();
}
