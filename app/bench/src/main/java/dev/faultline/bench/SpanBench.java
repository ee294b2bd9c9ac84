package dev.faultline.bench;

import dev.faultline.model.ModelBuilder;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
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

/// Spans read off the rows: all of them in one walk, as rules do, and goroutine by goroutine, as views do.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SpanBench {
    private Trace trace;
    private TraceModel model;

    @Setup
    public void open() throws IOException {
        trace = TraceReader.read(Sample.path(), Progress.NONE);
        model = ModelBuilder.build(trace, Progress.NONE);
    }

    @TearDown
    public void close() {
        trace.close();
    }

    @Benchmark
    public long walkAllSpans() {
        long sum = 0;
        SpanCursor span = model.allSpans();
        while (span.next()) {
            sum += span.end() - span.start();
        }
        return sum;
    }

    @Benchmark
    public long askEachGoroutine() {
        long sum = 0;
        for (int g = 0; g < model.goroutines().count(); g++) {
            Spans spans = model.spans(g);
            for (int i = 0; i < spans.size(); i++) {
                sum += spans.end(i) - spans.start(i);
            }
        }
        return sum;
    }
}
