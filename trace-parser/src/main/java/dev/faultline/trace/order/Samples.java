package dev.faultline.trace.order;

import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.CpuSample;
import java.util.Comparator;
import java.util.List;

/// CPU samples as one more stream, in order of time. They see the state, but do not touch it.
final class Samples {
    private final SchedulerState state;
    private final Sink sink;
    private final List<CpuSample> sorted;
    private int next;
    private long nextTime;

    Samples(SchedulerState state, Sink sink) {
        this.state = state;
        this.sink = sink;
        this.sorted = state.tables.samples().stream().sorted(Comparator.comparingLong(CpuSample::time)).toList();
        this.nextTime = sorted.isEmpty() ? Long.MAX_VALUE : sorted.getFirst().time();
    }

    /// Time of the next sample; the largest time when there is none.
    long nextTime() {
        return nextTime;
    }

    /// Writes the samples before a time; all that are left for the largest time.
    void writeBefore(long units) {
        while (next < sorted.size() && (nextTime < units || units == Long.MAX_VALUE)) {
            write(sorted.get(next++));
            nextTime = next < sorted.size() ? sorted.get(next).time() : Long.MAX_VALUE;
        }
    }

    private void write(CpuSample s) {
        int m = s.thread() == Batch.NO_THREAD ? Threads.NONE : state.threads.add(s.thread());
        int g = s.goroutine() == 0 ? Threads.NONE : state.goroutines.add(s.goroutine());
        state.row.sample(m, state.procs.find(s.proc()), g);
        sink.write(s, state.tables.stack(s.stack()));
    }
}
