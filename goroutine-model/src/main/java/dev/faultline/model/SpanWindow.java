package dev.faultline.model;

import it.unimi.dsi.fastutil.ints.IntSet;

/// What goroutines did within a stretch of the trace.
public interface SpanWindow {
    /// Spans of a goroutine, by index, as [TraceModel#spans] tells them, but that those may be missing which do not touch
    /// the stretch, and the first and the last may lack what lies outside.
    Spans of(int goroutine);

    /// Goroutines, by index, among which are all that changed their state within the stretch.
    IntSet changed();
}
