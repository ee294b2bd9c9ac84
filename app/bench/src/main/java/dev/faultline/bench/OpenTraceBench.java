package dev.faultline.bench;

import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// What is measured on a trace that has been read.
public abstract class OpenTraceBench extends WholeTraceBench {
    Trace trace;

    /// JMH calls the methods of a class and of those above it in no order that could be relied on.
    @Setup
    public void open() throws IOException {
        trace = TraceReader.read(Sample.path(), Progress.NONE);
        prepare();
    }

    /// Makes what is measured, from the trace.
    void prepare() {
        // most measure the trace itself
    }

    @TearDown
    public void close() {
        trace.close();
    }
}
