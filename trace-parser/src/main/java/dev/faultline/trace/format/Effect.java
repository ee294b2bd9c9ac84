package dev.faultline.trace.format;

/// What an event says or does about its subject. All that replays a trace does follows from this; a new event needs code
/// of its own only where none of these fits.
public sealed interface Effect {
    /// Nothing that a model follows: structure of the file, experiments.
    record None() implements Effect {}

    /// The subject goroutine changes its state.
    ///
    /// What happens to the P follows from both states: from runnable to running the goroutine takes the P of the context,
    /// from running to system call it keeps it while others may steal it, from system call to running it still has it,
    /// from system call to runnable it has lost it before, from system call to its end it leaves it abandoned. In all
    /// other cases that begin with running it leaves its thread, and the P stays with the thread.
    record GoroutineMoves(GoStatus from, GoStatus to) implements Effect {}

    /// A coroutine switch, three transitions at once: the subject is unblocked, the goroutine of the context leaves its
    /// thread, the subject runs there from waiting.
    ///
    /// @param left what becomes of the goroutine of the context
    record GoroutinesSwitch(GoStatus left) implements Effect {}

    /// The subject goroutine has had the status of column a since the generation began. Nothing happens.
    record GoroutineIs() implements Effect {}

    /// The subject P changes its state. One that is stolen may have been abandoned before.
    record ProcMoves(ProcStatus from, ProcStatus to) implements Effect {}

    /// The subject P has had the status of column a since the generation began. Nothing happens.
    record ProcIs() implements Effect {}

    /// A range begins, ends, or has been under way since before the generation began.
    record RangeChanges(RangeKind range, Edge edge) implements Effect {}

    /// The task of column a begins or ends.
    record TaskChanges(Edge edge) implements Effect {}

    /// A region of the subject goroutine begins or ends: that of the task in column a and the name in column b.
    record RegionChanges(Edge edge) implements Effect {}

    /// A metric has the value of column a from now on.
    record MetricIs(Metric metric) implements Effect {}

    /// Something is noted about the subject.
    record Noted(Note note) implements Effect {}

    /// Side of something that lasts.
    enum Edge {
        BEGIN,
        END,
        /// Under way since before the generation began.
        ACTIVE
    }

    /// What kind of time a range is.
    enum RangeKind {
        /// A stop-the-world pause, of the goroutine that stops the others.
        STOP_THE_WORLD,
        /// The mark phase of a garbage collection, of the whole program.
        GC_MARK,
        /// Sweeping before an allocation, of the P.
        GC_SWEEP,
        /// A goroutine marks in return for what it allocates.
        MARK_ASSIST
    }

    /// A value that lasts until the next one.
    enum Metric {
        GOMAXPROCS, HEAP_ALLOC, HEAP_GOAL
    }

    /// What is noted.
    enum Note {
        /// The runtime names what kind of GC worker the goroutine is.
        LABEL,
        /// `trace.Log` of the program.
        LOG,
        /// The CPU profiler's interrupt came.
        CPU_SAMPLE
    }
}
