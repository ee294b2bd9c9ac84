package dev.faultline.model.analysis.gc;

import dev.faultline.model.Metric;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.column.Sorted;

/// How many Ps the program had at a moment: GOMAXPROCS, as the trace tells it.
record ProcCounts(long[] timesNs, long[] counts) {
    /// Where the trace does not tell, the Ps that it names.
    static ProcCounts of(TraceModel model) {
        return model.metrics().stream().filter(m -> m.name().equals(Metric.GOMAXPROCS) && m.values().length > 0)
                .findFirst().map(m -> new ProcCounts(m.timesNs(), m.values()))
                .orElseGet(() -> new ProcCounts(new long[]{0}, new long[]{model.procCount()}));
    }

    private int next(long ns) {
        return Sorted.first(0, timesNs.length, i -> timesNs[i] > ns);
    }

    /// Their number; before the trace tells one, the first that it tells.
    int at(long ns) {
        return (int) counts[Math.max(0, next(ns) - 1)];
    }

    /// When the number next changes, [Long#MAX_VALUE] when it does not.
    long until(long ns) {
        int next = next(ns);
        return next < timesNs.length ? timesNs[next] : Long.MAX_VALUE;
    }
}
