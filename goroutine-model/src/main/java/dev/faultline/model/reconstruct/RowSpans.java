package dev.faultline.model.reconstruct;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.WaitKind;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.format.EventType;

/// Spans of one goroutine, read off the rows that changed its state: a span begins at one and ends at the next.
final class RowSpans implements Spans {
    private final EventStore events;
    private final WaitReasons reasons;
    private final RowIndex index;
    private final int goroutine;
    private final int from;
    private final int to;
    private final int size;
    private final long firstStart;
    private final long end;

    /// @param goroutines tells when the goroutine's life begins and ends
    RowSpans(EventStore events, WaitReasons reasons, RowIndex index, Goroutines goroutines, int goroutine) {
        this.events = events;
        this.reasons = reasons;
        this.index = index;
        this.goroutine = goroutine;
        from = index.from(goroutine);
        to = index.to(goroutine);
        size = to - from - (to > from && stateAfter(index.row(to - 1)) == GoState.NOT_EXISTING ? 1 : 0);
        boolean told = size > 0 && isStatus(events.type(index.row(from)));
        firstStart = told ? goroutines.bornNs(goroutine) : -1;
        end = goroutines.endNs(goroutine);
    }

    private static boolean isStatus(EventType type) {
        return type == EventType.GO_STATUS || type == EventType.GO_STATUS_STACK;
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
        return index.row(from + span);
    }

    @Override
    public long start(int span) {
        int row = row(span);
        return span == 0 && firstStart >= 0 ? firstStart : events.time(row);
    }

    @Override
    public long end(int span) {
        row(span);
        int next = from + span + 1;
        return next < to ? Math.max(start(span), events.time(index.row(next))) : end;
    }

    @Override
    public GoState state(int span) {
        return stateAfter(row(span));
    }

    private GoState stateAfter(int row) {
        return switch (events.type(row)) {
            case GO_CREATE, GO_STOP, GO_UNBLOCK, GO_SYSCALL_END_BLOCKED -> GoState.RUNNABLE;
            case GO_START, GO_SYSCALL_END -> GoState.RUNNING;
            case GO_SYSCALL_BEGIN, GO_CREATE_SYSCALL -> GoState.SYSCALL;
            case GO_BLOCK, GO_CREATE_BLOCKED -> GoState.WAITING;
            case GO_SWITCH -> events.subject(row) == goroutine ? GoState.RUNNING : GoState.WAITING;
            case GO_SWITCH_DESTROY -> events.subject(row) == goroutine ? GoState.RUNNING : GoState.NOT_EXISTING;
            case GO_STATUS, GO_STATUS_STACK -> ofStatus((int) events.a(row));
            default -> GoState.NOT_EXISTING;
        };
    }

    private static GoState ofStatus(int status) {
        return switch (status) {
            case 1 -> GoState.RUNNABLE;
            case 2 -> GoState.RUNNING;
            case 3 -> GoState.SYSCALL;
            default -> GoState.WAITING;
        };
    }

    @Override
    public WaitKind wait(int span) {
        int row = row(span);
        return switch (events.type(row)) {
            case GO_BLOCK -> reasons.kindOf((int) events.a(row), events.stack(row));
            case GO_STATUS, GO_STATUS_STACK ->
                events.a(row) == 4 ? reasons.kindOf(0, events.stack(row)) : WaitKind.NONE;
            case GO_CREATE_BLOCKED -> WaitKind.COROUTINE;
            case GO_SWITCH -> events.subject(row) == goroutine ? WaitKind.NONE : WaitKind.COROUTINE;
            default -> WaitKind.NONE;
        };
    }

    @Override
    public int reason(int span) {
        int row = row(span);
        EventType type = events.type(row);
        return type == EventType.GO_BLOCK || type == EventType.GO_STOP ? (int) events.a(row) : 0;
    }

    @Override
    public int stack(int span) {
        int row = row(span);
        return switch (events.type(row)) {
            case GO_BLOCK, GO_STOP, GO_SYSCALL_BEGIN, GO_STATUS, GO_STATUS_STACK -> events.stack(row);
            default -> 0;
        };
    }

    @Override
    public int beginRow(int span) {
        int row = row(span);
        return span == 0 && firstStart >= 0 ? -1 : row;
    }

    @Override
    public int endRow(int span) {
        row(span);
        int next = from + span + 1;
        return next < to ? index.row(next) : -1;
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
