package dev.faultline.model;

/// A user region (`trace.StartRegion`, `trace.WithRegion`); regions of a goroutine are nested, unless the program ends them
/// in another order than it began them.
///
/// @param goroutine index
/// @param task id of its task, 0 for none
/// @param name its type
/// @param startNs begin, 0 when before the trace
/// @param endNs end; end of the goroutine or the trace when it has none
/// @param began whether its start is in the trace
/// @param ended whether its end is in the trace
/// @param depth number of regions of the goroutine open around it
/// @param beginStack 0 when unknown
/// @param endStack 0 when unknown
/// @param beginRow -1 when before the trace
/// @param endRow -1 when it has no end
public record Region(int goroutine, long task, String name, long startNs, long endNs, boolean began, boolean ended,
        int depth, int beginStack, int endStack, int beginRow, int endRow) {
    public long durationNs() {
        return endNs - startNs;
    }
}
