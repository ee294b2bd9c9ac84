package dev.faultline.model;

import dev.faultline.trace.format.EventType;
import java.util.Arrays;

/// How many events of each type a trace holds.
public final class EventCounts {
    private final long[] byType = new long[EventType.values().length];

    EventCounts() {
        // filled by the model's builder
    }

    void add(EventType type) {
        byType[type.ordinal()]++;
    }

    /// Number of rows of a type.
    public long of(EventType type) {
        return byType[type.ordinal()];
    }

    /// Number of rows in all.
    public long rows() {
        return Arrays.stream(byType).sum();
    }
}
