package dev.faultline.model.reconstruct;

import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.RowStates;
import dev.faultline.trace.column.Sorted;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import it.unimi.dsi.fastutil.ints.Int2IntFunction;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;

/// The rows at which goroutines changed their state within a stretch of the trace: what [RowIndex] holds of all rows, for
/// those who look at little of a long trace.
final class RowWindow {
    /// So many rows are looked at together in the search for the state before the stretch.
    private static final int STEP = 1 << 16;

    private final EventStore events;
    private final int[] statusRows;
    private final Int2IntFunction firstTold;
    private final Int2ObjectOpenHashMap<IntArrayList> rows = new Int2ObjectOpenHashMap<>();
    /// The last row of each goroutine before the stretch, of those from [#searched] on.
    private final Int2IntOpenHashMap before = new Int2IntOpenHashMap();
    private int searched;

    /// What is done with a row that changes a goroutine.
    @FunctionalInterface
    private interface Changed {
        void at(int goroutine, int row);
    }

    private RowWindow(EventStore events, int[] statusRows, Int2IntFunction firstTold, int first) {
        this.events = events;
        this.statusRows = statusRows;
        this.firstTold = firstTold;
        searched = first;
        before.defaultReturnValue(-1);
    }

    /// @param statusRows status events that changed a state, ascending
    /// @param firstTold the first of them of a goroutine, -1 for none
    /// @param fromNs begin of the stretch, nanoseconds since the trace's first event
    /// @param toNs its end; what happened just then belongs to it
    static RowWindow of(EventStore events, int[] statusRows, Int2IntFunction firstTold, long fromNs,
            long toNs) {
        int first = Sorted.first(0, events.size(), row -> time(events, row) >= fromNs);
        int end = Sorted.first(first, events.size(), row -> time(events, row) > toNs);
        RowWindow window = new RowWindow(events, statusRows, firstTold, first);
        window.scan(first, end,
                (g, row) -> window.rows.computeIfAbsent(g, key -> new IntArrayList()).add(row));
        return window;
    }

    /// When a row was recorded: a row that tells what was so before carries the time of that, so the one before it counts.
    private static long time(EventStore events, int row) {
        int at = row;
        while (at > 0 && RowStates.tellsEarlier(events.type(at).id())) {
            at--;
        }
        return events.time(at);
    }

    private void scan(int from, int to, Changed changed) {
        int status = Sorted.first(0, statusRows.length, i -> statusRows[i] >= from);
        EventCursor e = events.cursor(from, to);
        while (e.next()) {
            int type = e.typeId();
            if (RowStates.moves(type)) {
                changed.at(e.subject(), e.row());
                if (RowStates.switches(type) && e.goroutine() >= 0) {
                    changed.at(e.goroutine(), e.row());
                }
            } else if (status < statusRows.length && statusRows[status] == e.row()) {
                changed.at(e.subject(), e.row());
                status++;
            }
        }
    }

    /// The rows of a goroutine, ascending; the first of them lies before the stretch where the goroutine does so, too. A
    /// goroutine that shows itself only after the stretch has the row that tells what it was then.
    IntList rows(int goroutine) {
        IntArrayList inside = rows.get(goroutine);
        IntArrayList all = new IntArrayList(1 + (inside == null ? 0 : inside.size()));
        boolean born = inside != null
                && RowStates.left(events.type(inside.getInt(0)).id()) == GoroutineStates.NOT_EXISTING;
        int last = born ? -1 : before(goroutine);
        if (last >= 0) {
            all.add(last);
        }
        if (inside != null) {
            all.addAll(inside);
        } else if (last < 0 && firstTold.get(goroutine) >= 0) {
            // its state is told later only
            all.add(firstTold.get(goroutine));
        }
        return all;
    }

    private int before(int goroutine) {
        while (searched > 0 && !before.containsKey(goroutine)) {
            int from = Math.max(0, searched - STEP);
            Int2IntOpenHashMap last = new Int2IntOpenHashMap();
            scan(from, searched, last::put);
            last.int2IntEntrySet().fastForEach(e -> before.putIfAbsent(e.getIntKey(), e.getIntValue()));
            searched = from;
        }
        return before.get(goroutine);
    }
}
