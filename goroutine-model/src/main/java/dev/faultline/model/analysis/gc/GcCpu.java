package dev.faultline.model.analysis.gc;

import dev.faultline.model.GoState;
import dev.faultline.model.Metric;
import dev.faultline.model.Range;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.measure.SlidingWindows;
import dev.faultline.model.analysis.measure.SlidingWindows.Window;
import java.util.Arrays;

/// What share of the time of all Ps the collector took: its workers but those that use idle time, mark assists, sweeping, and
/// its pauses on every P.
public final class GcCpu {
    private final SlidingWindows windows = new SlidingWindows();
    private final SlidingWindows onGoroutines = new SlidingWindows();
    private final int procs;
    private final long idleNs;

    /// Adds up what the ranges of a model and the runs of the workers say.
    public GcCpu(TraceModel model, WorkerRuns workers) {
        procs = procs(model);
        workers.addTo(windows, model.goroutines());
        idleNs = workers.idleNs();
        for (Range range : model.ranges()) {
            if (range.kind() == Range.Kind.STW && range.reason().startsWith("GC ")) {
                windows.add(range.startNs(), range.endNs(), procs);
            } else if (range.kind() == Range.Kind.GC_SWEEP) {
                spend(range.startNs(), range.endNs());
            } else if (range.kind() == Range.Kind.MARK_ASSIST) {
                assist(model.spansBetween(range.startNs(), range.endNs()).of(range.goroutine()), range);
            }
        }
    }

    /// A goroutine that assists may have to wait for work meanwhile: only what it ran counts.
    private void assist(Spans spans, Range range) {
        for (int s = Math.max(0, spans.at(range.startNs())); s < spans.size() && spans.start(s) < range.endNs(); s++) {
            if (spans.state(s) == GoState.RUNNING) {
                spend(Math.max(range.startNs(), spans.start(s)), Math.min(range.endNs(), spans.end(s)));
            }
        }
    }

    /// A goroutine of the program spends time for the collector.
    private void spend(long fromNs, long toNs) {
        windows.add(fromNs, toNs);
        onGoroutines.add(fromNs, toNs);
    }

    private static int procs(TraceModel model) {
        return model.metrics().stream().filter(m -> m.name().equals(Metric.GOMAXPROCS))
                .mapToInt(m -> (int) Arrays.stream(m.values()).max().orElse(0)).filter(n -> n > 0).findFirst()
                .orElse(Math.max(1, model.procCount()));
    }

    /// Its share of a time of the trace, 0 to 1.
    ///
    /// @param knownNs length of that time
    public double share(long knownNs) {
        return Math.min(1, windows.spentNs() / (double) Math.max(1, knownNs * procs));
    }

    /// The window of a length in which the share is highest; [Window#mean] is the number of Ps that it took.
    public Window worst(long lengthNs) {
        return windows.worst(lengthNs);
    }

    /// The share in such a window, 0 to 1.
    public double share(Window window) {
        return Math.min(1, window.mean() / procs);
    }

    /// CPU time that it took from the program, nanoseconds.
    public long spentNs() {
        return windows.spentNs();
    }

    /// The part of it that no goroutine of the program spent: workers and pauses.
    public long besideNs() {
        return windows.spentNs() - onGoroutines.spentNs();
    }

    /// CPU time of its workers on Ps that had nothing else to do.
    public long idleNs() {
        return idleNs;
    }
}
