package dev.faultline.trace.order;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.CpuSample;
import java.util.Comparator;
import java.util.List;

/// CPU samples as one more stream, in order of time. They see the state, but do not touch it.
final class Samples {
    private final World world;
    private final List<CpuSample> sorted;
    private int next;
    private long nextTime;

    Samples(World world) {
        this.world = world;
        this.sorted = world.tables.samples().stream().sorted(Comparator.comparingLong(CpuSample::time)).toList();
        this.nextTime = sorted.isEmpty() ? Long.MAX_VALUE : sorted.getFirst().time();
    }

    /// Whether a sample lies before a time.
    boolean due(long units) {
        return nextTime < units;
    }

    /// Writes the samples before a time; all that are left for the largest time.
    void writeBefore(long units) {
        while (next < sorted.size() && (nextTime < units || units == Long.MAX_VALUE)) {
            write(sorted.get(next++));
            nextTime = next < sorted.size() ? sorted.get(next).time() : Long.MAX_VALUE;
        }
    }

    private void write(CpuSample s) {
        int m = s.thread() == Batch.NO_THREAD ? Threads.NONE : world.threads.add(s.thread());
        int p = world.procs.find(s.proc());
        int g = s.goroutine() == 0 ? Threads.NONE : world.goroutines.add(s.goroutine());
        long time = s.time();
        if (m >= 0) {
            time = Math.max(time, world.threads.lastTime(m));
        }
        if (p >= 0) {
            time = Math.max(time, world.procs.lastTime(p));
        }
        if (g >= 0) {
            time = Math.max(time, world.goroutines.lastTime(g));
        }
        world.rows().row(EventType.CPU_SAMPLE, time).context(m, p, g).subject(g).stack(world.tables.stack(s.stack()));
    }
}
