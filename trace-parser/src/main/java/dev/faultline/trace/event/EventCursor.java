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
import dev.faultline.trace.column.Unpacker;
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
    private final Unpacker unpacker = new Unpacker();
    private byte[] types = {};
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
        if (types.length < rows) {
            types = new byte[rows];
        }
        packed[TYPE].unpack(types);
        ready = 0;
    }

    public int row() {
        return row;
    }

    /// Number of the event's type, see [EventType#id()]: cheaper than the type, for tables.
    public int typeId() {
        return types[at] & 0xff;
    }

    public EventType type() {
        return TYPES[types[at] & 0xff];
    }

    public long time() {
        if ((ready & 1 << TIME) == 0) {
            unpack(TIME);
        }
        return times[at];
    }

    public int thread() {
        if ((ready & 1 << THREAD) == 0) {
            unpack(THREAD);
        }
        return threads[at];
    }

    public int proc() {
        if ((ready & 1 << PROC) == 0) {
            unpack(PROC);
        }
        return procs[at];
    }

    public int goroutine() {
        if ((ready & 1 << GOROUTINE) == 0) {
            unpack(GOROUTINE);
        }
        return goroutines[at];
    }

    public int subject() {
        if ((ready & 1 << SUBJECT) == 0) {
            unpack(SUBJECT);
        }
        return subjects[at];
    }

    public int stack() {
        if ((ready & 1 << STACK) == 0) {
            unpack(STACK);
        }
        return stacks[at];
    }

    public long a() {
        if ((ready & 1 << A) == 0) {
            unpack(A);
        }
        return as[at];
    }

    public long b() {
        if ((ready & 1 << B) == 0) {
            unpack(B);
        }
        return bs[at];
    }

    public long c() {
        if ((ready & 1 << C) == 0) {
            unpack(C);
        }
        return cs[at];
    }

    /// Unpacks a column of the block. One method for all on purpose: it is too large for the compiler to copy it to each
    /// place that asks for a column, which would make those places slow to compile.
    private void unpack(int column) {
        ready |= 1 << column;
        switch (column) {
            case TIME -> {
                times = longs(column, times);
                turnToNanoseconds();
            }
            case THREAD -> {
                threads = ints(column, threads);
                translate(threads, origin().threads());
            }
            case PROC -> procs = ints(column, procs);
            case GOROUTINE -> {
                goroutines = ints(column, goroutines);
                translate(goroutines, origin().goroutines());
            }
            case SUBJECT -> {
                subjects = ints(column, subjects);
                translateSubjects(origin().goroutines());
            }
            case STACK -> stacks = ints(column, stacks);
            case A -> {
                as = longs(column, as);
                translateThreads(Columns.threadsInA(), as);
            }
            case B -> {
                bs = longs(column, bs);
                translateThreads(Columns.threadsInB(), bs);
            }
            default -> cs = longs(column, cs);
        }
    }

    private Origin origin() {
        return java.util.Objects.requireNonNull(origin, "next() was not called");
    }

    private void turnToNanoseconds() {
        Origin from = origin();
        for (int i = 0; i < rows; i++) {
            times[i] = from.ns(times[i]);
        }
    }

    private void translateSubjects(int[] globals) {
        for (int i = 0; i < rows; i++) {
            if (subjects[i] >= 0 && !Columns.procSubject(types[i] & 0xff)) {
                subjects[i] = globals[subjects[i]];
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

    /// @param which flags of event types whose argument is a thread
    private void translateThreads(boolean[] which, long[] arguments) {
        for (int i = 0; i < rows; i++) {
            if (which[types[i] & 0xff]) {
                arguments[i] = origin().thread((int) arguments[i]);
            }
        }
    }

    private int[] ints(int column, int[] room) {
        int[] into = room.length < rows ? new int[rows] : room;
        packed[column].unpack(into, unpacker);
        return into;
    }

    private long[] longs(int column, long[] room) {
        long[] into = room.length < rows ? new long[rows] : room;
        packed[column].unpack(into, unpacker);
        return into;
    }
}
