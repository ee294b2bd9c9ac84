package dev.faultline.trace.event;

import dev.faultline.trace.column.Packed;
import dev.faultline.trace.column.Packer;
import dev.faultline.trace.column.SparseColumn;
import dev.faultline.trace.format.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes the ordered rows of one generation and packs them, a block at a time. Belongs to one thread.
///
/// A row is begun by [#row]; the setters then fill its other columns, those not set are 0. Goroutines and threads are
/// given by the generation's own dense indices, strings and stacks by their global ids.
public final class RowWriter {
    /// Rows of a full block: what is being written then fits the second-level cache.
    public static final int BLOCK_ROWS = 1 << 12;

    private static final int FIRST_ROWS = 1 << 5;
    private static final int GROWTH = 4;

    private final Packer packer;
    private final long latest;
    private final List<Columns> full = new ArrayList<>();
    /// Rows that there is room for: what begins small stays small, since a hostile file has a generation for ten bytes.
    private int room = FIRST_ROWS;
    private byte[] type = new byte[FIRST_ROWS];
    private long[] time = new long[FIRST_ROWS];
    private int[] thread = new int[FIRST_ROWS];
    private int[] proc = new int[FIRST_ROWS];
    private int[] goroutine = new int[FIRST_ROWS];
    private int[] subject = new int[FIRST_ROWS];
    private int[] stack = new int[FIRST_ROWS];
    private long[] a = new long[FIRST_ROWS];
    private final SparseColumn b = new SparseColumn();
    private final SparseColumn c = new SparseColumn();
    private int at = -1;
    private int rows;
    private long lastTime;

    /// @param packer puts the rows where they shall lie
    /// @param clock whose units the rows' times are in
    public RowWriter(Packer packer, Clock clock) {
        this.packer = packer;
        this.latest = clock.latest();
    }

    /// Begins a row.
    ///
    /// @param units absolute time in units of the clock; negative and absurdly late ones are moved into range
    public RowWriter row(EventType event, long units) {
        return add(event.id(), units);
    }

    /// Begins a row.
    ///
    /// @param typeId number of the event's type
    /// @param units as for [#row]
    public RowWriter add(int typeId, long units) {
        if (++at == room) {
            makeRoom();
        }
        rows++;
        type[at] = (byte) typeId;
        long t = Math.clamp(units, 0, latest);
        time[at] = t;
        lastTime = Math.max(lastTime, t);
        return this;
    }

    private void makeRoom() {
        if (room == BLOCK_ROWS) {
            seal();
            at = 0;
            return;
        }
        room = Math.min(BLOCK_ROWS, room * GROWTH);
        type = Arrays.copyOf(type, room);
        time = Arrays.copyOf(time, room);
        thread = Arrays.copyOf(thread, room);
        proc = Arrays.copyOf(proc, room);
        goroutine = Arrays.copyOf(goroutine, room);
        subject = Arrays.copyOf(subject, room);
        stack = Arrays.copyOf(stack, room);
        a = Arrays.copyOf(a, room);
    }

    /// What the writing thread held just before; -1 for none.
    public RowWriter context(int threadIndex, int procNumber, int goroutineIndex) {
        thread[at] = threadIndex;
        proc[at] = procNumber;
        goroutine[at] = goroutineIndex;
        return this;
    }

    /// Subject, stack and first argument at once.
    public RowWriter about(int subjectIndex, int stackId, long first) {
        subject[at] = subjectIndex;
        stack[at] = stackId;
        a[at] = first;
        return this;
    }

    /// Index of the goroutine or number of the P that the event is about; -1 for none.
    public RowWriter subject(int index) {
        subject[at] = index;
        return this;
    }

    public RowWriter stack(int id) {
        stack[at] = id;
        return this;
    }

    public RowWriter a(long value) {
        a[at] = value;
        return this;
    }

    /// The second argument; at most once a row, as the third.
    public RowWriter b(long value) {
        b.set(at, value);
        return this;
    }

    public RowWriter c(long value) {
        c.set(at, value);
        return this;
    }

    /// Rows begun so far.
    public int rows() {
        return rows;
    }

    /// The largest time so far, in clock units; 0 without rows.
    public long lastTime() {
        return lastTime;
    }

    /// Packs what is left. The writer must not be used afterwards.
    public Rows finish() {
        at++;
        seal();
        return new Rows(full, rows);
    }

    private void seal() {
        int n = at;
        if (n == 0) {
            return;
        }
        Packed[] packed = new Packed[Columns.COUNT];
        packed[Columns.TYPE] = packer.pack(type, n);
        packed[Columns.TIME] = packer.pack(time, n);
        // the columns of ints by their number
        int[][] dense = {thread, proc, goroutine, subject, stack};
        for (int i = 0; i < dense.length; i++) {
            packed[Columns.THREAD + i] = packer.pack(dense[i], n);
        }
        packed[Columns.A] = packer.pack(a, n);
        packed[Columns.B] = packer.pack(b, n);
        packed[Columns.C] = packer.pack(c, n);
        full.add(new Columns(packed));
        // only these may be left unset by the next row of the same place
        Arrays.fill(subject, 0, n, 0);
        Arrays.fill(stack, 0, n, 0);
        Arrays.fill(a, 0, n, 0);
        b.clear();
        c.clear();
    }
}
