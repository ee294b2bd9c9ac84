package dev.faultline.model;

/// Walks the spans of all goroutines, each once, in no order that a caller may rely on: much faster than going through
/// [Spans] goroutine by goroutine. What it tells of a span is what [Spans] tells. One cursor belongs to one thread.
public interface SpanCursor {
    /// Moves to the next span; false behind the last.
    boolean next();

    /// Index of the goroutine.
    int goroutine();

    GoState state();

    /// What it waits for; [WaitKind#NONE] unless waiting.
    WaitKind kind();

    /// Stack at the start of the span, 0 when unknown; see [Spans#stack].
    int stack();

    /// Nanoseconds since the trace's first event.
    long start();

    /// Not before the start.
    long end();

    /// Whether the trace ended first.
    boolean open();
}
