package dev.faultline.bench;

import dev.faultline.model.TraceModel;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.flame.FlameLayout;
import dev.faultline.views.flame.FlameQuery;
import dev.faultline.views.flame.FlameSource;
import dev.faultline.views.flame.FlameTree;
import dev.faultline.views.flame.Measure;
import dev.faultline.views.scale.TimeRange;
import org.openjdk.jmh.annotations.Benchmark;

/// The flame tree of all waits of a trace, and where its boxes stand.
public class FlameBench extends OpenTraceBench {
    private static final double PX = 1_600;

    private TraceModel model;
    private FlameTree tree;

    @Override
    void prepare() {
        model = ModelBuilder.build(trace, Progress.NONE);
        tree = build();
    }

    @Benchmark
    public FlameTree build() {
        return new FlameSource(model).tree(FlameQuery.of(Measure.BLOCKED, new TimeRange(0, model.durationNs())));
    }

    @Benchmark
    public FlameLayout layOut() {
        return FlameLayout.of(tree, 0, PX);
    }
}
