package dev.faultline.bench;

import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.event.EventCursor;
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

/// Decoding, ordering and storing a whole trace, and walking over what was stored.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadBench {
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
    public int read() throws IOException {
        try (Trace read = TraceReader.read(Sample.path(), Progress.NONE)) {
            return read.events().size();
        }
    }

    @Benchmark
    public long walk() {
        EventCursor cursor = trace.events().cursor(0, trace.events().size());
        long sum = 0;
        while (cursor.next()) {
            sum += cursor.time() + cursor.goroutine() + cursor.type().id();
        }
        return sum;
    }
}
