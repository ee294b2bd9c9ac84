package dev.faultline.model.reconstruct;

import dev.faultline.model.replay.RowStates;
import dev.faultline.trace.Trace;
import dev.faultline.trace.column.Ints;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import it.unimi.dsi.fastutil.ints.AbstractIntList;
import it.unimi.dsi.fastutil.ints.IntList;

/// The rows at which each goroutine changed its state: what [RowSpans] looks at. Built in one pass over the store when
/// first asked for, from the counts that the model's pass left. Lies beside the rows, outside the heap.
///
/// Needs no replay: whom a row changes it says itself, but for status events, of which the model knows those that told
/// something new.
final class RowIndex {
    private final int[] starts;
    private final Ints rows;

    private RowIndex(int[] starts, Ints rows) {
        this.starts = starts;
        this.rows = rows;
    }

    /// @param transitions number of rows of each goroutine; may be longer
    /// @param statusRows status events that changed a state, ascending
    static RowIndex of(Trace trace, int[] transitions, int[] statusRows) {
        int[] starts = new int[trace.goroutines().size() + 1];
        for (int g = 0; g < starts.length - 1; g++) {
            starts[g + 1] = Math.addExact(starts[g], transitions[g]);
        }
        EventStore events = trace.events();
        RowIndex index = new RowIndex(starts, trace.store().ints(starts[starts.length - 1]));
        index.fill(events.cursor(0, events.size()), statusRows, starts.clone());
        return index;
    }

    /// @param next where the next row of each goroutine goes
    private void fill(EventCursor e, int[] statusRows, int[] next) {
        int status = 0;
        while (e.next()) {
            int type = e.typeId();
            if (RowStates.moves(type)) {
                rows.set(next[e.subject()]++, e.row());
                if (RowStates.switches(type) && e.goroutine() >= 0) {
                    rows.set(next[e.goroutine()]++, e.row());
                }
            } else if (status < statusRows.length && statusRows[status] == e.row()) {
                rows.set(next[e.subject()]++, e.row());
                status++;
            }
        }
    }

    /// The rows of a goroutine, ascending.
    IntList rows(int goroutine) {
        int from = starts[goroutine];
        int size = starts[goroutine + 1] - from;
        return new AbstractIntList() {
            @Override
            public int getInt(int i) {
                return rows.get(from + i);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
