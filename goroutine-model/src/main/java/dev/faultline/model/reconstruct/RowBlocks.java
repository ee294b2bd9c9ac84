package dev.faultline.model.reconstruct;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import dev.faultline.model.replay.RowStates;
import dev.faultline.trace.column.Sorted;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// The rows at which goroutines changed their state, in blocks of neighbouring rows: what [RowIndex] holds of all rows, for
/// those who look at little of a long trace. A block is made when first asked for; those used last are kept. Safe for several
/// threads.
final class RowBlocks {
    private static final int BITS = 14;
    private static final int ROWS = 1 << BITS;
    /// At six bytes a row these are 25 MB.
    private static final int KEPT = 256;

    private final EventStore events;
    private final int[] statusRows;
    private final LoadingCache<Integer, Block> blocks = CacheBuilder.newBuilder().maximumSize(KEPT)
            .build(CacheLoader.from(this::load));

    private final AtomicInteger loads = new AtomicInteger();

    /// The rows of a block by goroutine, and those of a goroutine ascending.
    ///
    /// @param goroutines whom each row changes, ascending
    /// @param rows counted from the block's first
    private record Block(int[] goroutines, char[] rows) {
        int first(int goroutine) {
            return Sorted.first(0, goroutines.length, i -> goroutines[i] >= goroutine);
        }
    }

    /// @param statusRows status events that changed a state, ascending
    RowBlocks(EventStore events, int[] statusRows) {
        this.events = events;
        this.statusRows = statusRows;
    }

    /// Whether as many rows were looked at as the trace has: then who asks for more does better with a [RowIndex].
    boolean exhausted() {
        return loads.get() > (events.size() >>> BITS);
    }

    private Block load(int number) {
        loads.incrementAndGet();
        int from = number << BITS;
        int to = Math.min(events.size(), from + ROWS);
        long[] changes = new long[2 * ROWS];
        int count = 0;
        int status = Sorted.first(0, statusRows.length, i -> statusRows[i] >= from);
        EventCursor e = events.cursor(from, to);
        while (e.next()) {
            int type = e.typeId();
            long row = e.row() - from;
            if (RowStates.moves(type)) {
                changes[count++] = (long) e.subject() << BITS | row;
                if (RowStates.switches(type) && e.goroutine() >= 0) {
                    changes[count++] = (long) e.goroutine() << BITS | row;
                }
            } else if (status < statusRows.length && statusRows[status] == e.row()) {
                changes[count++] = (long) e.subject() << BITS | row;
                status++;
            }
        }
        Arrays.sort(changes, 0, count);
        int[] goroutines = new int[count];
        char[] rows = new char[count];
        for (int i = 0; i < count; i++) {
            goroutines[i] = (int) (changes[i] >>> BITS);
            rows[i] = (char) (changes[i] & ROWS - 1);
        }
        return new Block(goroutines, rows);
    }

    /// Adds the rows of a goroutine from one row up to another, exclusive, to a list.
    void rows(int goroutine, int from, int to, IntArrayList list) {
        for (int number = from >>> BITS; number << BITS < to; number++) {
            Block block = blocks.getUnchecked(number);
            for (int i = block.first(goroutine); i < block.rows.length && block.goroutines[i] == goroutine; i++) {
                int row = (number << BITS) + block.rows[i];
                if (row >= from && row < to) {
                    list.add(row);
                }
            }
        }
    }

    /// The last row of a goroutine before a row, -1 when there is none.
    int before(int goroutine, int row) {
        for (int number = row - 1 >> BITS; number >= 0; number--) {
            Block block = blocks.getUnchecked(number);
            for (int i = block.first(goroutine + 1) - 1; i >= 0 && block.goroutines[i] == goroutine; i--) {
                int before = (number << BITS) + block.rows[i];
                if (before < row) {
                    return before;
                }
            }
        }
        return -1;
    }

    /// Adds the goroutines that rows from one up to another, exclusive, change.
    void changed(int from, int to, IntSet set) {
        for (int number = from >>> BITS; number << BITS < to; number++) {
            Block block = blocks.getUnchecked(number);
            for (int i = 0; i < block.rows.length; i++) {
                int row = (number << BITS) + block.rows[i];
                if (row >= from && row < to) {
                    set.add(block.goroutines[i]);
                }
            }
        }
    }
}
