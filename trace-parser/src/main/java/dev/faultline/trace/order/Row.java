package dev.faultline.trace.order;

/// The row that the present event becomes: the rules read its context and fill the rest, [RowSink] writes it. One object
/// for all events.
final class Row {
    private static final int NONE = -1;

    private int thread;
    private int proc;
    private int goroutine;
    private int subjectGoroutine;
    private int subjectProc;
    private int causedThread;
    private int stack;
    private long a;
    private long b;
    private long c;

    /// Begins the row of an event of a thread, -1 for none, with what the thread holds.
    void begin(int m, Threads threads) {
        subjectGoroutine = NONE;
        subjectProc = NONE;
        causedThread = NONE;
        stack = 0;
        a = 0;
        b = 0;
        c = 0;
        context(m, threads);
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
        subjectGoroutine = g;
        subjectProc = NONE;
    }

    /// Index of the thread, -1 for none. So the others.
    int thread() {
        return thread;
    }

    int proc() {
        return proc;
    }

    int goroutine() {
        return goroutine;
    }

    Row aboutGoroutine(int g) {
        subjectGoroutine = g;
        return this;
    }

    Row aboutProc(int p) {
        subjectProc = p;
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

    int subjectGoroutine() {
        return subjectGoroutine;
    }

    int subjectProc() {
        return subjectProc;
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
