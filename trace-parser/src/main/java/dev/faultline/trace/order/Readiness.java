package dev.faultline.trace.order;

/// Whether an event can be the next one, as [Scheduler] decides.
enum Readiness {
    /// It was the next one; the state has moved on and the row is filled.
    ADVANCED,
    /// It must wait for an event of another thread; nothing has changed.
    NOT_YET,
    /// It was the next one, but it is unknown what it is about: no row.
    DROPPED
}
