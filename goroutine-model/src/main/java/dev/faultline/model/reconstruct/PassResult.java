package dev.faultline.model.reconstruct;

import dev.faultline.model.EventCounts;
import dev.faultline.model.Metric;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.RegionTotal;
import dev.faultline.model.Tally;
import dev.faultline.model.Transition;
import java.util.List;

/// What the builders have to say at the end of the pass, beside what stands in their columns.
record PassResult(List<Metric> metrics, MutatorUtilization utilization, int procCount, Tally tally) {
    /// Asks the builders, once.
    static PassResult of(ModelBuilder built, long durationNs) {
        return new PassResult(built.metrics.finish(), built.utilization.actual(durationNs),
                built.replay.procs().bound(),
                Tallies.of(built, durationNs));
    }
}
