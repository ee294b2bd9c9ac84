package dev.faultline.bench;

import dev.faultline.model.SpanCursor;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.progress.Progress;
import org.openjdk.jmh.annotations.Benchmark;

/// Spans read off the rows: all of them in one walk, as rules do, and goroutine by goroutine, as views do.
public class SpanBench extends OpenTraceBench {
    private TraceModel model;

    @Override
    void prepare() {
        model = ModelBuilder.build(trace, Progress.NONE);
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
