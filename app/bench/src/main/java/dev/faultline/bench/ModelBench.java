package dev.faultline.bench;

import dev.faultline.model.TraceModel;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.model.summary.Summary;
import dev.faultline.trace.progress.Progress;
import org.openjdk.jmh.annotations.Benchmark;

/// Reconstructing the run from ordered events, alone and with the summary; the index behind goroutines' spans.
public class ModelBench extends OpenTraceBench {
    @Benchmark
    public TraceModel build() {
        return ModelBuilder.build(trace, Progress.NONE);
    }

    @Benchmark
    public Summary buildAndSummarize() {
        return Summary.of(ModelBuilder.build(trace, Progress.NONE));
    }

    @Benchmark
    public int buildAndIndexSpans() {
        return ModelBuilder.build(trace, Progress.NONE).spans(0).size();
    }
}
