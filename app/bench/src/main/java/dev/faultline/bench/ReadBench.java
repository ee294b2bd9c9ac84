package dev.faultline.bench;

import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;

/// Decoding, ordering and storing a whole trace, and walking over what was stored.
public class ReadBench extends OpenTraceBench {
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
