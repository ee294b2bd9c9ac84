package dev.faultline.model.analysis.timing;

import dev.faultline.model.analysis.measure.HistogramCodec;
import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Keeps the levels of a trace.
public final class StateLevelsCodec implements Codec<StateLevels> {
    public static final StateLevelsCodec INSTANCE = new StateLevelsCodec();

    private StateLevelsCodec() {
    }

    @Override
    public void write(PartWriter to, StateLevels levels) throws IOException {
        to.number(levels.fromNs());
        to.number(levels.toNs());
        to.number(levels.all().size());
        for (double[] means : levels.all()) {
            to.doubles(means);
        }
        HistogramCodec.INSTANCE.write(to, levels.latencies());
    }

    @Override
    public StateLevels read(PartReader from) throws IOException {
        long fromNs = from.number();
        long toNs = from.number();
        int count = from.size();
        List<double[]> means = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            means.add(from.doubles());
        }
        return new StateLevels(fromNs, toNs, means, HistogramCodec.INSTANCE.read(from));
    }
}
