package dev.faultline.model.analysis.gc;

import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.column.Sorted;
import java.util.List;

/// When the world was stopped, found by time without looking at all pauses.
final class Stops {
    private final long[] starts;
    private final long[] ends;
    /// The latest begin, and the latest end, of a pause and all before it: ascending, whatever damage did to the pauses.
    private final long[] latestStart;
    private final long[] latestEnd;

    Stops(TraceModel model) {
        List<Range> pauses = model.ranges(Range.Kind.STW);
        int n = pauses.size();
        starts = new long[n];
        ends = new long[n];
        latestStart = new long[n];
        latestEnd = new long[n];
        for (int i = 0; i < n; i++) {
            Range pause = pauses.get(i);
            starts[i] = pause.startNs();
            ends[i] = pause.endNs();
            latestStart[i] = i == 0 ? starts[i] : Math.max(latestStart[i - 1], starts[i]);
            latestEnd[i] = i == 0 ? ends[i] : Math.max(latestEnd[i - 1], ends[i]);
        }
    }

    /// When the pause ends in which a moment lies, -1 when it lies in none.
    long endOfStopAt(long ns) {
        int i = firstAbove(latestEnd, ns);
        return i < ends.length && latestStart[i] <= ns ? ends[i] : -1;
    }

    /// When the next pause behind a moment begins, but not later than a limit.
    long nextAfter(long ns, long limit) {
        int i = firstAbove(latestStart, ns);
        return i < starts.length ? Math.min(limit, starts[i]) : limit;
    }

    private static int firstAbove(long[] ascending, long value) {
        return Sorted.first(0, ascending.length, i -> ascending[i] > value);
    }
}
