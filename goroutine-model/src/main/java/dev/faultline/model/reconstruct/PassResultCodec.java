package dev.faultline.model.reconstruct;

import dev.faultline.model.EventCounts;
import dev.faultline.model.Metric;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.OpenWaitTotal;
import dev.faultline.model.RegionTotal;
import dev.faultline.model.Tally;
import dev.faultline.model.Transition;
import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import java.io.IOException;
import java.util.List;

/// Keeps what the builders said at the end of the pass.
final class PassResultCodec implements Codec<PassResult> {
    static final PassResultCodec INSTANCE = new PassResultCodec();
    private static final Codec<List<Metric>> METRICS = Codec.of(Metric.class).list();
    private static final Codec<MutatorUtilization> UTILIZATION = Codec.of(MutatorUtilization.class);
    private static final Codec<List<Transition>> TRANSITIONS = Codec.of(Transition.class).list();
    private static final Codec<List<RegionTotal>> REGIONS = Codec.of(RegionTotal.class).list();
    private static final Codec<List<OpenWaitTotal>> OPEN_WAITS = Codec.of(OpenWaitTotal.class).list();

    private PassResultCodec() {
    }

    @Override
    public void write(PartWriter to, PassResult result) throws IOException {
        METRICS.write(to, result.metrics());
        UTILIZATION.write(to, result.utilization());
        to.number(result.procCount());
        Tally tally = result.tally();
        to.longs(tally.events().toArray());
        TRANSITIONS.write(to, tally.goroutineTransitions());
        TRANSITIONS.write(to, tally.procTransitions());
        to.number(tally.procs());
        to.number(tally.abandonedProcs());
        UTILIZATION.write(to, tally.referenceUtilization());
        REGIONS.write(to, tally.regions());
        OPEN_WAITS.write(to, tally.openWaits());
    }

    @Override
    public PassResult read(PartReader from) throws IOException {
        return new PassResult(METRICS.read(from), UTILIZATION.read(from), from.integer(),
                new Tally(new EventCounts(from.longs()), TRANSITIONS.read(from), TRANSITIONS.read(from),
                        from.integer(), from.integer(), UTILIZATION.read(from), REGIONS.read(from),
                        OPEN_WAITS.read(from)));
    }
}
