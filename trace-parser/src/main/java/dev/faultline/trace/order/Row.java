package dev.faultline.trace.order;

/// The row that the present event becomes: the rules read its context and fill the rest, [RowSink] writes it. One object
/// for all events.
final class Row {
    private static final int NONE = -1;

    private int thread;
    private int proc;
    private int goroutine;
    private int subject;
    private int causedThread = NONE;
    private int stack;
    private long a;
    private long b;
    private long c;

    /// Begins the row of an event of a thread, -1 for none, with what the thread holds.
    void begin(int m, Threads threads) {
        subject = NONE;
        stack = 0;
        a = 0;
        context(m, threads);
    }

    /// Clears what few rows have, once it is written: beginning a row is then less to do.
    void clearRare() {
        causedThread = NONE;
        b = 0;
        c = 0;
    }

    /// Makes the event that of another thread than the writer.
    void context(int m, Threads threads) {
        thread = m;
        proc = threads.proc(m);
        goroutine = threads.goroutine(m);
    }

    /// Begins the row of a CPU sample, which brings its own context.
    void sample(int m, int p, int g) {
        thread = m;
        proc = p;
        goroutine = g;
        subject = g;
    }

    /// Index of the thread, -1 for none. Likewise for the others.
    int thread() {
        return thread;
    }

    int proc() {
        return proc;
    }

    int goroutine() {
        return goroutine;
    }

    /// @param index of a goroutine, or number of a P: the event's type tells which
    Row about(int index) {
        subject = index;
        return this;
    }

    /// What this thread records from now on comes after the event, whatever its clock says: the event is its cause.
    Row causes(int m) {
        causedThread = m;
        return this;
    }

    /// Index of the thread that the event has an effect on, -1 for none.
    int causedThread() {
        return causedThread;
    }

    int subject() {
        return subject;
    }

    Row stack(int id) {
        stack = id;
        return this;
    }

    Row a(long value) {
        a = value;
        return this;
    }

    Row b(long value) {
        b = value;
        return this;
    }

    Row c(long value) {
        c = value;
        return this;
    }

    int stack() {
        return stack;
    }

    long a() {
        return a;
    }

    long b() {
        return b;
    }

    long c() {
        return c;
    }
}
