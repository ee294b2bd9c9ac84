package dev.faultline.model.reconstruct;

import dev.faultline.model.EventCounts;
import dev.faultline.model.Metric;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.RegionTotal;
import dev.faultline.model.Tally;
import dev.faultline.model.Transition;
import dev.faultline.trace.index.Exchange;
import dev.faultline.trace.index.Records;
import java.util.List;

/// What the builders have to say at the end of the pass, beside what stands in their columns.
record Finished(List<Metric> metrics, MutatorUtilization utilization, int procCount, Tally tally) {
    private static final MutatorUtilization NONE = new MutatorUtilization(new long[0], new double[0]);
    /// Where what is saved is put in.
    static final Finished EMPTY = new Finished(List.of(), NONE, 0,
            new Tally(new EventCounts(), List.of(), List.of(), 0, 0, NONE, List.of()));

    /// Asks the builders, once.
    static Finished of(ModelBuilder built, long durationNs) {
        return new Finished(built.metrics.finish(), built.utilization.actual(durationNs), built.replay.procs().bound(),
                Tallies.of(built, durationNs));
    }

    /// This, or what was saved.
    Finished exchange(Exchange x) {
        EventCounts counts = x.restoring() ? new EventCounts() : tally.events();
        counts.exchange(x);
        return new Finished(Records.list(x, Metric.class, metrics),
                Records.one(x, MutatorUtilization.class, utilization), x.number(procCount),
                new Tally(counts, Records.list(x, Transition.class, tally.goroutineTransitions()),
                        Records.list(x, Transition.class, tally.procTransitions()), x.number(tally.procs()),
                        x.number(tally.abandonedProcs()),
                        Records.one(x, MutatorUtilization.class, tally.referenceUtilization()),
                        Records.list(x, RegionTotal.class, tally.regions())));
    }
}
