package dev.faultline.model.analysis.gc;

import dev.faultline.model.GoState;
import dev.faultline.model.Range;
import dev.faultline.model.SpanWindow;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.IntIterator;
import java.util.Optional;

/// The goroutine for which a stop-the-world pause had to wait: it ran on the last P to stop.
///
/// @param goroutine index
/// @param stack where it stopped, 0 when unknown
/// @param ns how long after the start of the pause it stopped
public record LastToStop(int goroutine, int stack, long ns) {
    /// Who was late in a pause, empty where all stopped in the first half of it.
    public static Optional<LastToStop> of(TraceModel model, Range pause) {
        SpanWindow window = model.spansBetween(pause.startNs(), pause.endNs());
        LastToStop last = new LastToStop(-1, 0, 0);
        IntIterator changed = window.changed().intIterator();
        while (changed.hasNext()) {
            int g = changed.nextInt();
            if (g != pause.goroutine()) {
                last = later(window.of(g), pause, last);
            }
        }
        return last.goroutine < 0 || 2 * last.ns < pause.durationNs() ? Optional.empty() : Optional.of(last);
    }

    /// One that was found so far, or a goroutine that ran later in the pause.
    private static LastToStop later(Spans spans, Range pause, LastToStop found) {
        LastToStop last = found;
        for (int s = spans.firstEndingAfter(pause.startNs()); s < spans.size()
                && spans.start(s) < pause.endNs(); s++) {
            long ns = Math.min(spans.end(s), pause.endNs()) - pause.startNs();
            if (spans.state(s) == GoState.RUNNING && ns > last.ns) {
                int next = spans.end(s) < pause.endNs() ? s + 1 : s;
                last = new LastToStop(spans.goroutine(), next < spans.size() ? spans.stack(next) : 0, ns);
            }
        }
        return last;
    }
}
