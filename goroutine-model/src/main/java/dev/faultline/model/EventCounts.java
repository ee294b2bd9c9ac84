package dev.faultline.model;

import dev.faultline.trace.format.EventType;
import java.util.Arrays;

/// How many events of each type a trace holds.
public final class EventCounts {
    private static final int TYPES = 256;

    private final long[] byId;

    public EventCounts() {
        this(new long[0]);
    }

    /// @param byId counts by the number of the type, from 0 on; those that are missing are 0
    public EventCounts(long[] byId) {
        this.byId = Arrays.copyOf(byId, TYPES);
    }

    /// Counts by the number of the type.
    public long[] toArray() {
        return byId.clone();
    }

    /// One row more of a type.
    ///
    /// @param typeId number of the row's type, 0 to 255
    public void add(int typeId) {
        byId[typeId]++;
    }

    /// Number of rows of a type.
    public long of(EventType type) {
        return byId[type.id()];
    }

    /// Total number of rows.
    public long rows() {
        return Arrays.stream(byId).sum();
    }
}
