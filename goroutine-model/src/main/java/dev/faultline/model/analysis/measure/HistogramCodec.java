package dev.faultline.model.analysis.measure;

import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import java.io.IOException;

/// Keeps the durations of a histogram, or its buckets once it has some.
public final class HistogramCodec implements Codec<Histogram> {
    public static final HistogramCodec INSTANCE = new HistogramCodec();

    private HistogramCodec() {
    }

    @Override
    public void write(PartWriter to, Histogram histogram) throws IOException {
        to.longs(histogram.values());
        to.longs(histogram.counts());
        to.number(histogram.count());
        to.number(histogram.sum());
        to.number(histogram.min());
        to.number(histogram.max());
    }

    @Override
    public Histogram read(PartReader from) throws IOException {
        return new Histogram(from.longs(), from.longs(), from.number(), from.number(), from.number(), from.number());
    }
}
