package dev.faultline.model;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.index.Exchange;
import java.util.Arrays;

/// How many events of each type a trace holds.
public final class EventCounts {
    private final long[] byId = new long[256];

    /// One row more of a type.
    ///
    /// @param typeId number of the row's type, 0 to 255
    public void add(int typeId) {
        byId[typeId]++;
    }

    /// Saves the counts, or restores them.
    public void exchange(Exchange x) {
        long[] saved = x.longs(byId);
        System.arraycopy(saved, 0, byId, 0, byId.length);
    }

    /// Number of rows of a type.
    public long of(EventType type) {
        return byId[type.id()];
    }

    /// Number of rows in all.
    public long rows() {
        return Arrays.stream(byId).sum();
    }
}
