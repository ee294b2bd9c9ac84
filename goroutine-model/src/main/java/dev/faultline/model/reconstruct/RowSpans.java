package dev.faultline.model.reconstruct;

import dev.faultline.model.GoState;
import dev.faultline.model.Spans;
import dev.faultline.model.WaitKind;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.RowStates;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.ToldBefore;
import it.unimi.dsi.fastutil.ints.IntList;

/// Spans of one goroutine, read off the rows that changed its state: a span begins at one and ends at the next. Each row tells
/// by itself which state begins ([RowStates]), so any span can be read without those before it.
final class RowSpans implements Spans {
    private final EventStore events;
    private final WaitReasons reasons;
    private final IntList rows;
    private final int goroutine;
    private final int size;
    private final long firstStart;
    private final long end;

    /// @param rows those that changed the goroutine's state, ascending
    /// @param goroutines tells when the goroutine's life begins and ends
    RowSpans(EventStore events, WaitReasons reasons, IntList rows, GoroutineView goroutines, int goroutine) {
        this.events = events;
        this.reasons = reasons;
        this.rows = rows;
        this.goroutine = goroutine;
        boolean ended = !rows.isEmpty() && stateAfter(rows.getInt(rows.size() - 1)) == GoroutineStates.NOT_EXISTING;
        size = rows.size() - (ended ? 1 : 0);
        boolean told = size > 0 && RowStates.told(type(rows.getInt(0)));
        firstStart = told ? goroutines.knownSince(goroutine) : -1;
        end = goroutines.endNs(goroutine);
    }

    @Override
    public int goroutine() {
        return goroutine;
    }

    @Override
    public int size() {
        return size;
    }

    private int row(int span) {
        if (span < 0 || span >= size) {
            throw new IndexOutOfBoundsException("span " + span + " of " + size);
        }
        return rows.getInt(span);
    }

    @Override
    public long start(int span) {
        int row = row(span);
        return span == 0 && firstStart >= 0 ? firstStart : events.time(row);
    }

    @Override
    public long end(int span) {
        row(span);
        int next = span + 1;
        return next < rows.size() ? Math.max(start(span), events.time(rows.getInt(next))) : end;
    }

    @Override
    public GoState state(int span) {
        return GoroutineStates.seen(stateAfter(row(span)));
    }

    private int stateAfter(int row) {
        return RowStates.after(events, row, goroutine);
    }

    private int type(int row) {
        return events.type(row).id();
    }

    @Override
    public WaitKind wait(int span) {
        int row = row(span);
        return stateAfter(row) == GoroutineStates.WAITING
                ? WaitReasons.kind(reasons.ofWait(type(row), events.a(row), events.stack(row),
                        RowStates.told(type(row)) ? events.c(row) : 0))
                : WaitKind.NONE;
    }

    @Override
    public int reason(int span) {
        int row = row(span);
        int type = type(row);
        return EventTable.hasReason(type)
                ? (int) events.a(row)
                : RowStates.told(type) ? ToldBefore.reason(events.c(row)) : 0;
    }

    @Override
    public int stack(int span) {
        int row = row(span);
        return RowStates.othersStack(type(row)) ? 0 : events.stack(row);
    }

    @Override
    public int beginRow(int span) {
        int row = row(span);
        return span == 0 && firstStart >= 0 ? -1 : row;
    }

    @Override
    public int endRow(int span) {
        row(span);
        int next = span + 1;
        return next < rows.size() ? rows.getInt(next) : -1;
    }

    @Override
    public int at(long ns) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (end(middle) <= ns) {
                low = middle + 1;
            } else if (start(middle) > ns) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return size > 0 && ns == end && ns == end(size - 1) ? size - 1 : -1;
    }
}
