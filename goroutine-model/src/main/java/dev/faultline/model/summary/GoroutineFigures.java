package dev.faultline.model.summary;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where one goroutine's time went, as Go's internal/trace/summary.go books it. Times are nanoseconds since the trace's
/// first event, durations nanoseconds.
///
/// @param name entry function, empty when the trace never shows it
/// @param createdNs creation; the trace's begin for goroutines older than it
/// @param startedNs when it first ran, null when never
/// @param endedNs its end, null while it lives; waiting forever (reason `forever`) counts as the end
/// @param execNs running
/// @param schedWaitNs ready to run
/// @param syscallNs in system calls with a P
/// @param syscallBlockNs in finished system calls after the P was taken away
/// @param blockNs waiting, by reason as written; the empty reason where the wait began before the trace
/// @param rangeNs in mark assists, sweeps and pauses of its own making, by name; overlaps the others
/// @param totalNs from creation to end
public record GoroutineFigures(String name, long createdNs, @Nullable Long startedNs, @Nullable Long endedNs,
        long execNs, long schedWaitNs, long syscallNs, long syscallBlockNs, Map<String, Long> blockNs,
        Map<String, Long> rangeNs, long totalNs) {}
