package dev.faultline.bench;

import dev.faultline.model.ModelBuilder;
import dev.faultline.model.TraceModel;
import dev.faultline.model.summary.Summary;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Reconstructing the run from ordered events, alone and with the summary; the index behind goroutines' spans.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ModelBench {
    private Trace trace;

    @Setup
    public void open() throws IOException {
        trace = TraceReader.read(Sample.path(), Progress.NONE);
    }

    @TearDown
    public void close() {
        trace.close();
    }

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
