package dev.faultline.model.reconstruct;

import dev.faultline.model.GoState;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Spans;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.RowStates;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventStore;

/// Spans of one P or thread, read off the rows of a [LaneIndex].
final class LaneSpans implements ProcSpans {
    private final EventStore events;
    private final LaneIndex index;
    private final int lane;
    private final int size;
    private final int firstGenerationEnd;
    private final long traceEnd;

    /// @param lane its number; one that the index does not hold has no spans
    LaneSpans(Trace trace, LaneIndex index, int lane, int size) {
        events = trace.events();
        this.index = index;
        this.lane = lane;
        this.size = size;
        firstGenerationEnd = trace.generations().isEmpty() ? 0 : trace.generations().getFirst().toRow();
        traceEnd = trace.durationNs();
    }

    @Override
    public int proc() {
        return lane;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long start(int span) {
        int row = index.beginRow(lane, span);
        boolean sinceBegin = span == 0 && row < firstGenerationEnd && RowStates.told(events.type(row).id());
        return sinceBegin ? 0 : events.time(row);
    }

    @Override
    public long end(int span) {
        int row = index.endRow(lane, span);
        return Math.max(start(span), row < 0 ? traceEnd : events.time(row));
    }

    @Override
    public int goroutine(int span) {
        return events.subject(index.beginRow(lane, span));
    }

    @Override
    public GoState state(int span) {
        int row = index.beginRow(lane, span);
        return GoroutineStates.seen(RowStates.after(events, row, events.subject(row)));
    }
}
