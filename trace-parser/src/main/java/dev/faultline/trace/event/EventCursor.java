package dev.faultline.trace.event;

import static dev.faultline.trace.event.Columns.A;
import static dev.faultline.trace.event.Columns.B;
import static dev.faultline.trace.event.Columns.C;
import static dev.faultline.trace.event.Columns.GOROUTINE;
import static dev.faultline.trace.event.Columns.PROC;
import static dev.faultline.trace.event.Columns.STACK;
import static dev.faultline.trace.event.Columns.SUBJECT;
import static dev.faultline.trace.event.Columns.THREAD;
import static dev.faultline.trace.event.Columns.TIME;
import static dev.faultline.trace.event.Columns.TYPE;

import dev.faultline.trace.column.Packed;
import dev.faultline.trace.format.EventType;
import org.jspecify.annotations.Nullable;

/// Walks rows of an [EventStore] in order. One cursor belongs to one thread. Columns as in the store.
///
/// A block is unpacked when it is entered, each column only when it is first asked for.
public final class EventCursor {
    /// Event types by number; numbers that no event has are never stored.
    static final EventType[] TYPES = new EventType[256];
    static {
        for (EventType t : EventType.values()) {
            TYPES[t.id()] = t;
        }
    }

    private final EventStore store;
    private final int to;
    private int row;
    private int block;
    private int at;
    private int rows;
    private Packed[] packed = new Packed[0];
    private @Nullable Origin origin;
    /// Bit n is set when column n of the block is unpacked.
    private int ready;
    private final byte[] types = new byte[RowWriter.BLOCK_ROWS];
    private long[] times = NO_LONGS;
    private int[] threads = NO_INTS;
    private int[] procs = NO_INTS;
    private int[] goroutines = NO_INTS;
    private int[] subjects = NO_INTS;
    private int[] stacks = NO_INTS;
    private long[] as = NO_LONGS;
    private long[] bs = NO_LONGS;
    private long[] cs = NO_LONGS;
    private static final int[] NO_INTS = {};
    private static final long[] NO_LONGS = {};

    EventCursor(EventStore store, int from, int to) {
        this.store = store;
        this.to = to;
        this.row = from - 1;
        if (from < to) {
            enter(store.blockOf(from));
            at = from - store.firstRow(block) - 1;
        }
    }

    /// Moves to the next row; false behind the last.
    public boolean next() {
        if (row + 1 >= to) {
            return false;
        }
        row++;
        if (++at == rows) {
            enter(block + 1);
            at = 0;
        }
        return true;
    }

    private void enter(int next) {
        block = next;
        Block entered = store.block(next);
        packed = entered.columns().packed();
        origin = entered.origin();
        rows = entered.columns().rows();
        packed[TYPE].unpack(types);
        ready = 0;
    }

    public int row() {
        return row;
    }

    public EventType type() {
        return TYPES[types[at] & 0xff];
    }

    public long time() {
        if ((ready & 1 << TIME) == 0) {
            unpackTimes();
        }
        return times[at];
    }

    public int thread() {
        if ((ready & 1 << THREAD) == 0) {
            threads = unpack(THREAD, threads);
            translate(threads, origin().threads());
        }
        return threads[at];
    }

    public int proc() {
        if ((ready & 1 << PROC) == 0) {
            procs = unpack(PROC, procs);
        }
        return procs[at];
    }

    public int goroutine() {
        if ((ready & 1 << GOROUTINE) == 0) {
            goroutines = unpack(GOROUTINE, goroutines);
            translate(goroutines, origin().goroutines());
        }
        return goroutines[at];
    }

    public int subject() {
        if ((ready & 1 << SUBJECT) == 0) {
            unpackSubjects();
        }
        return subjects[at];
    }

    public int stack() {
        if ((ready & 1 << STACK) == 0) {
            stacks = unpack(STACK, stacks);
        }
        return stacks[at];
    }

    public long a() {
        if ((ready & 1 << A) == 0) {
            as = unpack(A, as);
        }
        int type = types[at] & 0xff;
        return Columns.threadInA(type) ? origin().thread((int) as[at]) : as[at];
    }

    public long b() {
        if ((ready & 1 << B) == 0) {
            bs = unpack(B, bs);
        }
        int type = types[at] & 0xff;
        return Columns.threadInB(type) ? origin().thread((int) bs[at]) : bs[at];
    }

    public long c() {
        if ((ready & 1 << C) == 0) {
            cs = unpack(C, cs);
        }
        return cs[at];
    }

    private Origin origin() {
        return java.util.Objects.requireNonNull(origin, "next() was not called");
    }

    private void unpackTimes() {
        times = unpack(TIME, times);
        Origin from = origin();
        for (int i = 0; i < rows; i++) {
            times[i] = from.ns(times[i]);
        }
    }

    private void unpackSubjects() {
        subjects = unpack(SUBJECT, subjects);
        int[] global = origin().goroutines();
        for (int i = 0; i < rows; i++) {
            if (subjects[i] >= 0 && !Columns.procSubject(types[i] & 0xff)) {
                subjects[i] = global[subjects[i]];
            }
        }
    }

    private void translate(int[] locals, int[] globals) {
        for (int i = 0; i < rows; i++) {
            if (locals[i] >= 0) {
                locals[i] = globals[locals[i]];
            }
        }
    }

    private int[] unpack(int column, int[] into) {
        int[] room = into.length == 0 ? new int[RowWriter.BLOCK_ROWS] : into;
        packed[column].unpack(room);
        ready |= 1 << column;
        return room;
    }

    private long[] unpack(int column, long[] into) {
        long[] room = into.length == 0 ? new long[RowWriter.BLOCK_ROWS] : into;
        packed[column].unpack(room);
        ready |= 1 << column;
        return room;
    }
}
