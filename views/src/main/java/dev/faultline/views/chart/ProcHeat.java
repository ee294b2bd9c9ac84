package dev.faultline.views.chart;

import dev.faultline.model.GoState;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.TraceModel;
import dev.faultline.views.scale.TimeRange;

/// How busy each P was over time.
///
/// @param range the time
/// @param busy by number of the P and step: share of the step in which a goroutine ran on it, 0 to 1
public record ProcHeat(TimeRange range, double[][] busy) {
    /// Looks at what ran on all Ps; takes a while on a large trace.
    public static ProcHeat of(TraceModel model, TimeRange range, int steps) {
        double[][] busy = new double[model.procCount()][steps];
        for (int p = 0; p < busy.length; p++) {
            add(model.procSpans(p), range, busy[p]);
        }
        return new ProcHeat(range, busy);
    }

    private static void add(ProcSpans spans, TimeRange range, double[] busy) {
        double stepNs = Math.max(1, range.durationNs()) / (double) busy.length;
        for (int i = spans.firstEndingAfter(range.fromNs()); i < spans.size() && spans.start(i) < range.toNs(); i++) {
            if (spans.state(i) == GoState.RUNNING) {
                add(busy, Math.max(0, (spans.start(i) - range.fromNs()) / stepNs),
                        Math.min(busy.length, (spans.end(i) - range.fromNs()) / stepNs));
            }
        }
    }

    private static void add(double[] busy, double from, double to) {
        for (int step = (int) from; step < to; step++) {
            busy[step] = Math.min(1, busy[step] + Math.min(to, step + 1) - Math.max(from, step));
        }
    }
}
