package dev.faultline.trace.event;

import dev.faultline.trace.format.EventType;

/// Walks rows of an [EventStore] in order. One cursor belongs to one thread. Columns as in the store.
public interface EventCursor {
    /// Moves to the next row; false behind the last.
    boolean next();

    int row();

    EventType type();

    long time();

    int thread();

    int proc();

    int goroutine();

    int subject();

    int stack();

    long a();

    long b();

    long c();
}
