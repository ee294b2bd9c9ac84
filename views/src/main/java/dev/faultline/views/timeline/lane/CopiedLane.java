package dev.faultline.views.timeline.lane;

import dev.faultline.trace.column.Sorted;
import dev.faultline.views.paint.Role;
import org.jspecify.annotations.Nullable;

/// A gapless lane copied out of the event store: begins and roles side by side, so that looking at an interval costs no
/// walk through the columns of the trace.
final class CopiedLane implements Lane {
    private static final int ROLE_BITS = 7;
    private static final int ROLE_MASK = (1 << ROLE_BITS) - 1;
    private static final Role[] ROLES = Role.values();

    private final Lane lane;
    /// Begin in the upper bits, ordinal of the role in the lowest.
    private final long[] intervals;
    private final long end;
    private final @Nullable LaneSummary summary;

    private CopiedLane(Lane lane, long[] intervals, long end, @Nullable LaneSummary summary) {
        this.lane = lane;
        this.intervals = intervals;
        this.end = end;
        this.summary = summary;
    }

    /// @param lane whose intervals follow one another without a gap
    static CopiedLane of(Lane lane) {
        int n = lane.size();
        long[] intervals = new long[n];
        long at = Long.MIN_VALUE >> ROLE_BITS;
        for (int i = 0; i < n; i++) {
            at = Math.max(at, lane.start(i));
            intervals[i] = at << ROLE_BITS | lane.role(i).ordinal();
        }
        return new CopiedLane(lane, intervals, n == 0 ? 0 : Math.max(at, lane.end(n - 1)), null);
    }

    /// The same with sums.
    CopiedLane with(LaneSummary sums) {
        return new CopiedLane(lane, intervals, end, sums);
    }

    /// Bytes that it takes.
    long bytes() {
        return 8L * intervals.length + (summary == null ? 0 : summary.bytes());
    }

    @Override
    public int size() {
        return intervals.length;
    }

    @Override
    public long start(int i) {
        return intervals[i] >> ROLE_BITS;
    }

    @Override
    public long end(int i) {
        return i + 1 < intervals.length ? intervals[i + 1] >> ROLE_BITS : end;
    }

    @Override
    public Role role(int i) {
        return ROLES[(int) intervals[i] & ROLE_MASK];
    }

    @Override
    public int firstEndingAfter(long ns) {
        if (ns >= end) {
            return intervals.length;
        }
        // the one before the first that begins after the moment
        return Math.max(0, Sorted.first(0, intervals.length, i -> intervals[i] >> ROLE_BITS > ns) - 1);
    }

    @Override
    public String label(int i) {
        return lane.label(i);
    }

    @Override
    public @Nullable LaneSummary summary() {
        return summary;
    }
}
