package dev.faultline.trace.v1;

import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.format.EventType;

/// Where rows go, and what they all share: the event at hand, its time and its context.
final class V1Out {
    static final int NONE = -1;

    /// Status of a goroutine, as GO_STATUS tells it.
    static final int RUNNABLE = 1;
    static final int RUNNING = 2;
    static final int SYSCALL = 3;
    static final int WAITING = 4;

    final Ids goroutines = new Ids();
    final Ids threads = new Ids();
    final V1Names names;
    final V1Times times;
    final V1Snapshot snapshot = new V1Snapshot();
    final V1Decoder in;
    final int minor;

    private final V1Stream stream;
    private final RowWriter rows;
    private int p;
    private long units;
    private int proc;
    private int thread;
    private int self;
    private long skipped;
    private long assumed;

    V1Out(V1Stream stream, int minor, V1Names names, V1Times times, RowWriter rows) {
        this.stream = stream;
        this.in = stream.in;
        this.minor = minor;
        this.names = names;
        this.times = times;
        this.rows = rows;
    }

    /// Turns to the event that the P of chain `p` has just decoded.
    ///
    /// @param threadIndex the thread that holds the P, [#NONE] when unknown
    void turnTo(int chain, int threadIndex) {
        p = chain;
        thread = threadIndex;
        units = stream.time(chain);
        proc = stream.proc(chain);
        long id = stream.goroutine(chain);
        self = id == V1Stream.NOBODY ? NONE : goroutines.add(id);
    }

    /// How many goroutines were told to have existed before the trace although it does not list them.
    long assumed() {
        return assumed;
    }

    int proc() {
        return proc;
    }

    int thread() {
        return thread;
    }

    /// Index of the goroutine that the event belongs to, [#NONE] when unknown.
    int self() {
        return self;
    }

    /// Counts an event that cannot be told.
    void skip() {
        skipped++;
    }

    long skipped() {
        return skipped;
    }

    /// Begins a row of the event at hand, in its whole context.
    RowWriter row(EventType type) {
        return row(type, NONE);
    }

    /// The same for an event that also changes another goroutine.
    RowWriter row(EventType type, int other) {
        long ns = times.onProc(p, units, thread, self);
        return rows.row(type, other == NONE ? ns : times.alsoOf(other, ns)).context(thread, proc, self);
    }

    /// Begins a row one nanosecond after the last one of the same goroutine.
    RowWriter rowAfter(EventType type) {
        long ns = times.alsoOf(self, times.onProc(p, units, thread, self) + 1);
        return rows.row(type, ns).context(thread, proc, self);
    }

    /// Begins a row of the event at hand, of a P that runs no goroutine yet.
    RowWriter rowOfProc(EventType type, int goroutine) {
        long ns = times.onProc(p, units, thread, goroutine);
        return rows.row(type, ns).context(thread, proc, NONE);
    }

    /// Begins a row of an event that no P saw.
    RowWriter rowOffProc(EventType type, long time, int threadIndex, int goroutine) {
        return rows.row(type, times.offProc(time, threadIndex, goroutine)).context(threadIndex, NONE, goroutine);
    }

    /// Begins a row that no order holds for, such as a CPU sample.
    RowWriter rowAnywhere(EventType type, long time) {
        return rows.row(type, times.loose(time));
    }

    /// Tells that a goroutine existed before the trace and in which state, unless it is known already.
    ///
    /// @param status [#RUNNABLE] to [#WAITING]
    void introduce(int goroutine, int status) {
        boolean listed = snapshot.isListed(goroutine);
        if (snapshot.introduce(goroutine)) {
            assumed += listed ? 0 : 1;
            boolean here = status == RUNNING;
            rows.row(EventType.GO_STATUS, times.alsoOf(goroutine, times.onProc(p, units, thread, NONE)))
                    .context(here ? thread : NONE, here ? proc : NONE, NONE)
                    .subject(goroutine)
                    .a(status)
                    .b(here ? thread : NONE)
                    .c(snapshot.entry(goroutine));
        }
    }
}
