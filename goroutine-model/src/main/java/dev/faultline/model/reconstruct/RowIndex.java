package dev.faultline.model.reconstruct;

import dev.faultline.trace.Trace;
import dev.faultline.trace.column.Ints;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;

/// The rows at which each goroutine changed its state: what [RowSpans] walks. Built in one pass over the store when
/// first asked for, from the counts that the model's pass left. Lies beside the rows, outside the heap.
final class RowIndex {
    private final int[] starts;
    private final Ints rows;

    private RowIndex(int[] starts, Ints rows) {
        this.starts = starts;
        this.rows = rows;
    }

    /// @param transitions number of rows of each goroutine
    /// @param statusRows status events that changed a state, ascending
    static RowIndex of(Trace trace, int[] transitions, int[] statusRows) {
        int[] starts = new int[transitions.length + 1];
        for (int g = 0; g < transitions.length; g++) {
            starts[g + 1] = Math.addExact(starts[g], transitions[g]);
        }
        EventStore events = trace.events();
        RowIndex index = new RowIndex(starts, trace.store().ints(starts[transitions.length]));
        index.fill(events.cursor(0, events.size()), statusRows, starts.clone());
        return index;
    }

    /// @param next where the next row of each goroutine goes
    private void fill(EventCursor e, int[] statusRows, int[] next) {
        int status = 0;
        while (e.next()) {
            switch (e.type()) {
                case GO_CREATE, GO_CREATE_BLOCKED, GO_CREATE_SYSCALL, GO_START, GO_DESTROY, GO_DESTROY_SYSCALL,
                        GO_STOP, GO_BLOCK, GO_UNBLOCK, GO_SYSCALL_BEGIN, GO_SYSCALL_END, GO_SYSCALL_END_BLOCKED ->
                    rows.set(next[e.subject()]++, e.row());
                case GO_SWITCH, GO_SWITCH_DESTROY -> {
                    rows.set(next[e.subject()]++, e.row());
                    if (e.goroutine() >= 0) {
                        rows.set(next[e.goroutine()]++, e.row());
                    }
                }
                case GO_STATUS, GO_STATUS_STACK -> {
                    if (status < statusRows.length && statusRows[status] == e.row()) {
                        rows.set(next[e.subject()]++, e.row());
                        status++;
                    }
                }
                default -> {
                    // changes no goroutine's state
                }
            }
        }
    }

    int from(int goroutine) {
        return starts[goroutine];
    }

    int to(int goroutine) {
        return starts[goroutine + 1];
    }

    int row(int position) {
        return rows.get(position);
    }
}
