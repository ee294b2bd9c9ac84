package dev.faultline.model.summary;

import dev.faultline.model.TraceModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is in a trace. Fields mean what Go 1.27's reader (internal/trace, cmd/trace) makes of the trace, so that the
/// figures can be compared with those of Go's own tools; maps are sorted by key.
///
/// @param file name of the trace
/// @param header text of its header, such as `go 1.26 trace`
/// @param events number of events as Go's reader returns them, its own Sync events included
/// @param eventsByKind the same by kind
/// @param generations number of Sync events: one more than the generations of a trace that ended properly
/// @param durationNs last minus first event time in nanoseconds
/// @param goroutineTransitions changes of goroutine states by `From > To (reason)`
/// @param procTransitions changes of P states by `From > To`
/// @param threads number of threads that events happened on
/// @param procs number of Ps that events name
/// @param metrics metrics by name
/// @param ranges ended ranges by name
/// @param profiles finished waits by profile: `net`, `sched`, `sync`, `syscall`
/// @param profileByLeafFunction the same split by the innermost function at the start of the wait
/// @param mmu minimum mutator utilization (0 to 1) by window, windows longer than the trace left out
/// @param goroutines goroutines by id, null when there are more than [#LISTED]
/// @param goroutineCount number of goroutines
/// @param execNs running time of all goroutines in nanoseconds
/// @param schedWaitNs their time ready to run
/// @param blockNs their waiting time by reason
/// @param syscallNs their time in system calls with a P
/// @param tasks tasks by id, the background task (0) among them; null when there are none or more than [#LISTED]
/// @param taskCount number of these tasks
/// @param regionsByName regions with their total time; under the empty name what goroutines inherited at creation
/// @param cpuSamples number of CPU samples
public record Summary(String file, String header, long events, Map<String, Long> eventsByKind, int generations,
        long durationNs, Map<String, Long> goroutineTransitions, Map<String, Long> procTransitions, int threads,
        int procs, Map<String, MetricFigures> metrics, Map<String, CountAndTime> ranges,
        Map<String, CountAndTime> profiles, Map<String, Map<String, CountAndTime>> profileByLeafFunction,
        Map<String, Double> mmu, @Nullable Map<String, GoroutineFigures> goroutines, int goroutineCount, long execNs,
        long schedWaitNs, Map<String, Long> blockNs, long syscallNs, @Nullable Map<String, TaskFigures> tasks,
        int taskCount, Map<String, CountAndTime> regionsByName, int cpuSamples) {
    /// Above this number goroutines or tasks are only counted and summed.
    public static final int LISTED = 3000;

    /// The same of a trace with another name.
    Summary named(String name) {
        return new Summary(name, header, events, eventsByKind, generations, durationNs, goroutineTransitions,
                procTransitions, threads, procs, metrics, ranges, profiles, profileByLeafFunction, mmu, goroutines,
                goroutineCount, execNs, schedWaitNs, blockNs, syscallNs, tasks, taskCount, regionsByName, cpuSamples);
    }

    /// Makes what [SummaryText] and [SummaryJson] need of a trace while its model is at hand, so that it is in the trace's
    /// index when they are asked for: taken from the index, the model costs more than these figures.
    public static void keep(TraceModel model) {
        if (model.trace().store().keeps()) {
            Overview.of(model);
        }
    }

    /// Takes the summary of a trace.
    public static Summary of(TraceModel model) {
        return Summarizer.summarize(model);
    }
}
