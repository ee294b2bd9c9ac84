package dev.faultline.model;

import it.unimi.dsi.fastutil.ints.IntList;

/// All goroutines of a trace as columns by dense index (the index of [dev.faultline.trace.Trace#goroutines()]). Times
/// are nanoseconds since the trace's first event, durations nanoseconds.
public interface Goroutines {
    int count();

    /// The number the program knows it by.
    long id(int g);

    /// Index of a goroutine id, or -1.
    int indexOf(long id);

    /// Entry function such as `main.worker.func1`, empty when the trace never shows it.
    String name(int g);

    /// The same as Go's own reader has it: empty unless one of the goroutine's own stacks shows the function.
    String shownName(int g);

    /// String id of the entry function's name, 0 when unknown.
    int nameId(int g);

    /// A stack whose outermost frame is the entry function, which is the name; 0 when unknown.
    int entryStack(int g);

    /// One of the runtime's own (GC workers, sweeper, finalizers, trace reader and the like).
    boolean system(int g);

    /// Whether it existed before the trace began; then birth, creator and creation stack are unknown.
    boolean bornBefore(int g);

    /// Time of creation, 0 for [#bornBefore].
    long bornNs(int g);

    /// Time of its end; the trace's end when it lives on.
    long endNs(int g);

    /// Whether it ended inside the trace.
    boolean ended(int g);

    /// When it first ran, -1 when never.
    long firstRunNs(int g);

    /// Index of the goroutine that created it, -1 when unknown.
    int creator(int g);

    /// Stack of the creating `go` statement, 0 when unknown.
    int creationStack(int g);

    /// Row of the creating event, -1 when unknown.
    int creationRow(int g);

    /// Indices of the goroutines that it created, ascending.
    IntList children(int g);

    /// From its birth, or the trace's begin, to its end, or the trace's end; nanoseconds.
    default long lifeNs(int g) {
        return endNs(g) - bornNs(g);
    }

    /// Index of its group, see [TraceModel#groups()].
    int group(int g);

    long runningNs(int g);

    long runnableNs(int g);

    /// Time in system calls, with or without a P.
    long syscallNs(int g);

    /// The part of [#syscallNs] after its P was taken away.
    long syscallBlockedNs(int g);

    /// Since when it has been without a P in a system call that is not over at the trace's end, -1 when it is not.
    long lostProcNs(int g);

    long waitingNs(int g, WaitKind kind);

    /// Hands the waiting time by reason to a visitor, each pair of reason and kind once, in no order.
    void waits(int g, WaitVisitor visitor);

    /// Whether an event tells its state; a goroutine that only CPU samples name has no spans and no times.
    default boolean mentioned(int g) {
        return changes(g) > 0;
    }

    /// How many events change its state, or tell it first.
    int changes(int g);

    /// Takes waiting time of one goroutine.
    interface WaitVisitor {
        /// @param reason string id of the reason as written, 0 when the trace gives none
        /// @param kind its kind, guessed from the stack where there is no reason
        /// @param ns total nanoseconds
        void wait(int reason, WaitKind kind, long ns);
    }
}
