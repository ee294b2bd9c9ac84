package dev.faultline.trace.v1;

/// What an event demands of a goroutine before it can be next in the order, and what it makes of it.
///
/// Each goroutine has a sequence number, counted up by events that bring it from one P to another, and a status. Source:
/// Go 1.27, internal/trace/internal/tracev1/order.go.
enum Move {
    /// Demands nothing.
    FREE(Who.NOBODY, Sequence.ANY, Status.DEAD, Status.DEAD), //
    CREATE(Who.ARGUMENT, Sequence.ZERO, Status.DEAD, Status.RUNNABLE), //
    /// Existed before the trace, and waits.
    APPEAR(Who.ARGUMENT, Sequence.ONE, Status.RUNNABLE, Status.WAITING), //
    START(Who.ARGUMENT, Sequence.GIVEN, Status.RUNNABLE, Status.RUNNING), //
    START_LOCAL(Who.ARGUMENT, Sequence.NEXT, Status.RUNNABLE, Status.RUNNING), //
    BLOCK(Who.CURRENT, Sequence.ANY, Status.RUNNING, Status.WAITING), //
    YIELD(Who.CURRENT, Sequence.ANY, Status.RUNNING, Status.RUNNABLE), //
    WAKE(Who.ARGUMENT, Sequence.GIVEN, Status.WAITING, Status.RUNNABLE), //
    WAKE_LOCAL(Who.ARGUMENT, Sequence.NEXT, Status.WAITING, Status.RUNNABLE), //
    COLLECT(Who.COLLECTOR, Sequence.GIVEN, Status.DEAD, Status.DEAD);

    /// Whose state an event is about.
    enum Who {
        NOBODY, ARGUMENT, CURRENT, COLLECTOR
    }

    /// The sequence number that an event demands; the number counts up except after ANY.
    enum Sequence {
        ANY, ZERO, ONE, GIVEN, NEXT
    }

    enum Status {
        DEAD, RUNNABLE, RUNNING, WAITING
    }

    final Who who;
    final Sequence sequence;
    final byte from;
    final byte to;

    Move(Who who, Sequence sequence, Status from, Status to) {
        this.who = who;
        this.sequence = sequence;
        this.from = (byte) from.ordinal();
        this.to = (byte) to.ordinal();
    }
}
