package dev.faultline.model.analysis;

import dev.faultline.model.Range;
import dev.faultline.model.analysis.DarkTimes.MissingGenerations;
import dev.faultline.trace.Trace;
import java.util.List;

/// The time of which a trace tells: from its first event to its last, without the gaps where generations are missing.
/// Shares and rates refer to it, so that damage to a trace makes none of them look smaller, and no share exceeds 1.
public final class KnownTime {
    private static final double LEAST_SECONDS = 1e-3;

    private final long durationNs;
    private final List<MissingGenerations> gaps;

    private KnownTime(long durationNs, List<MissingGenerations> gaps) {
        this.durationNs = durationNs;
        this.gaps = gaps;
    }

    public static KnownTime of(Trace trace) {
        return new KnownTime(trace.durationNs(), DarkTimes.missingGenerations(trace));
    }

    /// Nanoseconds, at least 0 and at most the duration of the trace.
    public long ns() {
        return known(0, durationNs);
    }

    /// The same in seconds, at least a millisecond, so that rates of very short traces stay finite.
    public double seconds() {
        return Math.max(LEAST_SECONDS, ns() / 1e9);
    }

    /// Nanoseconds of known time in which at least one of some ranges was open: at most [#ns], although in a damaged trace
    /// pauses or mark phases may overlap or reach across a gap.
    ///
    /// @param ranges in order of their start
    public long coveredNs(List<Range> ranges) {
        long covered = 0;
        long until = 0;
        for (Range range : ranges) {
            long end = Math.min(range.endNs(), durationNs);
            covered += known(Math.max(until, range.startNs()), end);
            until = Math.max(until, end);
        }
        return covered;
    }

    /// [#coveredNs] as a share of the known time, 0 to 1.
    ///
    /// @param ranges in order of their start
    public double share(List<Range> ranges) {
        return (double) coveredNs(ranges) / Math.max(1, ns());
    }

    private long known(long fromNs, long toNs) {
        long sum = Math.max(0, toNs - fromNs);
        for (MissingGenerations gap : gaps) {
            sum -= Math.max(0, Math.min(toNs, gap.toNs()) - Math.max(fromNs, gap.fromNs()));
        }
        return Math.max(0, sum);
    }
}
