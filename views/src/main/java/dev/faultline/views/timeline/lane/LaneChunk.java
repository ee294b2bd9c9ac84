package dev.faultline.views.timeline.lane;

import dev.faultline.views.paint.Role;

/// Consecutive intervals of a lane, copied, so that looking at one costs no walk through the columns of the trace.
final class LaneChunk {
    private static final Role[] ROLES = Role.values();

    private final int first;
    private final long[] starts;
    private final long[] ends;
    private final byte[] roles;

    private LaneChunk(int first, int size) {
        this.first = first;
        starts = new long[size];
        ends = new long[size];
        roles = new byte[size];
    }

    /// Copies the intervals from one index up to another, exclusive.
    static LaneChunk of(Lane lane, int from, int to) {
        LaneChunk page = new LaneChunk(from, to - from);
        for (int i = from; i < to; i++) {
            page.starts[i - from] = lane.start(i);
            page.ends[i - from] = lane.end(i);
            page.roles[i - from] = (byte) lane.role(i).ordinal();
        }
        return page;
    }

    /// Bytes that it takes.
    long bytes() {
        return 17L * starts.length;
    }

    /// Index of its first interval in the lane.
    int first() {
        return first;
    }

    /// By the lane's own indices.
    long start(int i) {
        return starts[i - first];
    }

    long end(int i) {
        return ends[i - first];
    }

    Role role(int i) {
        return ROLES[roles[i - first]];
    }
}
