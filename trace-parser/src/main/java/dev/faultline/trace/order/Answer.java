package dev.faultline.trace.order;

/// What the scheduler says to an event.
enum Answer {
    /// It was the next one; the state has moved on and the row is filled.
    ADVANCED,
    /// It must wait for an event of another thread; nothing has changed.
    NOT_YET,
    /// It was the next one, but it is unknown what it is about: no row.
    DROPPED
}
