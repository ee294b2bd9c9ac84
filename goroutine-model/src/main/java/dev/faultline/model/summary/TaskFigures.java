package dev.faultline.model.summary;

import org.jspecify.annotations.Nullable;

/// A user task in short.
///
/// @param name its type, empty when its start is not in the trace
/// @param parent id of its parent, null when it has none
/// @param startNs begin in nanoseconds since the trace's first event, null when not in the trace
/// @param endNs end, null when not in the trace
/// @param complete whether both are in the trace
/// @param logs number of log messages
/// @param regions number of regions
/// @param goroutines number of goroutines that began, ended or logged for it or ran a region of it
public record TaskFigures(String name, @Nullable Long parent, @Nullable Long startNs, @Nullable Long endNs,
        boolean complete, int logs, int regions, int goroutines) {}
