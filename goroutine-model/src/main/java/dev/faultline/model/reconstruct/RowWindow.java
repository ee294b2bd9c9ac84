package dev.faultline.model.reconstruct;

import dev.faultline.model.replay.RowStates;
import dev.faultline.trace.column.Sorted;
import dev.faultline.trace.event.EventStore;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.function.IntUnaryOperator;

/// The rows at which goroutines changed their state within a stretch of the trace.
final class RowWindow {
    private final EventStore events;
    private final RowBlocks blocks;
    private final IntUnaryOperator firstRow;
    private final int first;
    private final int end;

    /// @param firstRow the first row that changes a goroutine, -1 for none
    /// @param fromNs begin of the stretch, nanoseconds since the trace's first event
    /// @param toNs its end; what happened just then belongs to it
    RowWindow(EventStore events, RowBlocks blocks, IntUnaryOperator firstRow, long fromNs, long toNs) {
        this.events = events;
        this.blocks = blocks;
        this.firstRow = firstRow;
        first = Sorted.first(0, events.size(), row -> time(events, row) >= fromNs);
        end = Sorted.first(first, events.size(), row -> time(events, row) > toNs);
    }

    /// When a row was recorded: a row that tells what was so before carries the time of that, so the one before it counts.
    private static long time(EventStore events, int row) {
        int at = row;
        while (at > 0 && RowStates.tellsEarlier(events.type(at).id())) {
            at--;
        }
        return events.time(at);
    }

    /// Goroutines that changed their state.
    IntSet changed() {
        IntSet changed = new IntOpenHashSet();
        blocks.changed(first, end, changed);
        return changed;
    }

    /// The rows of a goroutine, ascending; the first of them lies before the stretch where the goroutine does so, too. A
    /// goroutine that shows itself only after the stretch has its first row, which may tell what it was then.
    IntList rows(int goroutine) {
        int earliest = firstRow.applyAsInt(goroutine);
        int before = earliest < first ? blocks.before(goroutine, first) : -1;
        IntArrayList rows = new IntArrayList();
        if (before >= 0) {
            rows.add(before);
        }
        blocks.rows(goroutine, first, end, rows);
        if (rows.isEmpty() && earliest >= 0) {
            rows.add(earliest);
        }
        return rows;
    }
}
