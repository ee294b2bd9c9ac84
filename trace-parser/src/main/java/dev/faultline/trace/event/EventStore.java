package dev.faultline.trace.event;

import dev.faultline.trace.format.EventType;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The ordered events of a trace in columns. Rows are numbered from 0 in the one true order; time places a row, its
/// number orders it: times never decrease for one goroutine, one P or one thread, but may between them.
///
/// What `subject`, `stack`, `a`, `b` and `c` hold is told by the row's [EventType]: [EventType#subject()],
/// [EventType#stack()] and [EventType#columns()]; `docs/events.md` shows all of it as one table. Columns that an event does
/// not have are 0, a subject that it does not have is 0 or -1; ids are global and checked.
///
/// `thread`, `proc` and `goroutine` are the context: what the writing thread held just before the event took effect.
/// A status event (GO_STATUS*, PROC_STATUS, *_ACTIVE) states what was so since its generation began; where it stood in a
/// batch without thread its time is the generation's start, which may be before the last row of the same goroutine in the
/// generation before: it repeats a state, nothing happens.
///
/// The store grows while a trace is read: generations are appended in order by one thread; rows that were announced never
/// change and may be read by any thread.
public final class EventStore {
    private static final int STEPS = 8;

    private volatile Block[] blocks = new Block[16];
    private volatile int[] firstRows = new int[17];
    /// For each run of [RowWriter#BLOCK_ROWS] rows the block of its first one. Most blocks are full, so the block of a row
    /// is this one or one of the next few.
    private volatile int[] near = new int[16];
    private int blockCount;
    private volatile int size;
    /// Reads all rows when somebody first asks for one.
    private volatile @Nullable Supplier<EventStore> later;

    /// A store to which rows will be appended.
    public EventStore() {
        this(0, null);
    }

    private EventStore(int size, @Nullable Supplier<EventStore> later) {
        this.size = size;
        this.later = later;
    }

    /// A store whose rows are read when somebody first asks for one; whoever asks meanwhile waits.
    ///
    /// @param size number of its rows
    /// @param reader reads them all, called once unless it throws; what it throws, the one who asks gets
    public static EventStore later(int size, Supplier<EventStore> reader) {
        return new EventStore(size, reader);
    }

    /// Number of rows.
    public int size() {
        return size;
    }

    public EventType type(int row) {
        int block = blockOf(row);
        return EventCursor.TYPES[block(block).type(row - firstRows[block])];
    }

    /// Nanoseconds since the trace's first event; negative never.
    public long time(int row) {
        int block = blockOf(row);
        return block(block).time(row - firstRows[block]);
    }

    /// Index of the thread (see Trace.threads()), -1 when none.
    public int thread(int row) {
        int block = blockOf(row);
        return block(block).thread(row - firstRows[block]);
    }

    /// Number of the P, -1 when none.
    public int proc(int row) {
        return (int) plain(Columns.PROC, row);
    }

    /// Index of the context goroutine (see Trace.goroutines()), -1 when none.
    public int goroutine(int row) {
        int block = blockOf(row);
        return block(block).goroutine(row - firstRows[block]);
    }

    /// Index of the goroutine or number of the P that the event is about, -1 when none.
    public int subject(int row) {
        int block = blockOf(row);
        return block(block).subject(row - firstRows[block]);
    }

    /// Global stack id, 0 when none.
    public int stack(int row) {
        return (int) plain(Columns.STACK, row);
    }

    public long a(int row) {
        int block = blockOf(row);
        return block(block).a(row - firstRows[block]);
    }

    public long b(int row) {
        int block = blockOf(row);
        return block(block).b(row - firstRows[block]);
    }

    public long c(int row) {
        return plain(Columns.C, row);
    }

    /// Makes sure that rows which are to be read when they are first asked for are there.
    public void load() {
        if (later != null) {
            readLater();
        }
    }

    private synchronized void readLater() {
        Supplier<EventStore> reader = later;
        if (reader == null) {
            return;
        }
        EventStore read = reader.get();
        if (read.size != size) {
            throw new IllegalStateException(read.size + " rows were read where there had been " + size);
        }
        blocks = read.blocks;
        firstRows = read.firstRows;
        near = read.near;
        blockCount = read.blockCount;
        later = null;
    }

    /// A reader that walks rows `from` (inclusive) to `to` (exclusive) much faster than the getters do.
    public EventCursor cursor(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new EventCursor(this, from, to);
    }

    /// Memory that the rows take outside the heap.
    public long bytes() {
        load();
        long sum = 0;
        for (int i = 0; i < blockCount; i++) {
            sum += block(i).columns().bytes();
        }
        return sum;
    }

    /// Adds the rows of the next generation.
    public void append(Rows rows, Origin origin) {
        int row = size;
        for (Columns columns : rows.blocks()) {
            if (blockCount == blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * blockCount);
                firstRows = Arrays.copyOf(firstRows, 2 * blockCount + 1);
            }
            blocks[blockCount] = new Block(columns, origin);
            int first = row;
            row = Math.addExact(row, columns.rows());
            remember(first, row);
            firstRows[++blockCount] = row;
        }
        size = row;
    }

    /// Notes that the block to be added holds rows `from` to `to` (exclusive).
    private void remember(int from, int to) {
        for (int run = ceilRun(from); run < ceilRun(to); run++) {
            if (run == near.length) {
                near = Arrays.copyOf(near, 2 * run);
            }
            near[run] = blockCount;
        }
    }

    /// The first run of rows that begins at or behind a row.
    private static int ceilRun(int row) {
        return (int) (((long) row + RowWriter.BLOCK_ROWS - 1) / RowWriter.BLOCK_ROWS);
    }

    Block block(int index) {
        return blocks[index];
    }

    int firstRow(int block) {
        return firstRows[block];
    }

    /// The block that holds a row.
    int blockOf(int row) {
        Objects.checkIndex(row, size);
        load();
        int[] first = firstRows;
        int block = near[row / RowWriter.BLOCK_ROWS];
        for (int step = 0; step < STEPS; step++) {
            if (first[block + 1] > row) {
                return block;
            }
            block++;
        }
        // tiny blocks, as tiny generations leave them
        int found = Arrays.binarySearch(first, block, blockCount + 1, row);
        return found >= 0 ? found : -found - 2;
    }

    private long plain(int column, int row) {
        int block = blockOf(row);
        return block(block).plain(column, row - firstRows[block]);
    }
}
