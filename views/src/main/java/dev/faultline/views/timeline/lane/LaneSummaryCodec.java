package dev.faultline.views.timeline.lane;

import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import java.io.IOException;

/// Keeps the sums of a lane: the finest buckets, since the longer ones follow from them.
final class LaneSummaryCodec implements Codec<LaneSummary> {
    static final LaneSummaryCodec INSTANCE = new LaneSummaryCodec();

    private LaneSummaryCodec() {
    }

    @Override
    public void write(PartWriter to, LaneSummary summary) throws IOException {
        to.real(summary.bucketNs());
        to.longs(summary.finest());
        to.ints(summary.first());
    }

    @Override
    public LaneSummary read(PartReader from) throws IOException {
        return LaneSummary.of(from.real(), from.longs(), from.ints());
    }
}
