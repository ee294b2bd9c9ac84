package dev.faultline.model;

/// What one goroutine did: gapless intervals in time order, each in one state. Times are nanoseconds since the trace's
/// first event. A goroutine known from before the trace has its first span from 0 on.
public interface Spans extends Stretches {
    /// Index of the goroutine.
    int goroutine();

    /// Start of the next span; for the last one the goroutine's end, or the trace's end.
    @Override
    long end(int span);

    GoState state(int span);

    /// What it waits for; [WaitKind#NONE] unless waiting. Guessed from the stack where only a status is known.
    WaitKind wait(int span);

    /// String id of the reason as written (block, stop), 0 when there is none.
    int reason(int span);

    /// Stack at the start of the span (of the block, stop or system call), 0 when unknown.
    int stack(int span);

    /// Row of the event that began the span, -1 when it began before the trace.
    int beginRow(int span);

    /// Row of the event that ended the span, -1 when the trace ended first. For a wait this is the unblock: its context
    /// goroutine is the waker (-1: the runtime did it: netpoller, timer, GC), its stack the waker's.
    int endRow(int span);

    /// The span that covers `ns`, -1 when there is none.
    int at(long ns);
}
