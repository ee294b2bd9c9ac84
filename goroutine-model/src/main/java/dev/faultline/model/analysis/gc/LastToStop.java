package dev.faultline.model.analysis.gc;

import dev.faultline.model.GoState;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import java.util.Optional;

/// The goroutine for which a stop-the-world pause had to wait: it ran on the last P to stop.
///
/// @param goroutine index
/// @param stack where it stopped, 0 when unknown
/// @param ns how long after the begin of the pause it stopped
public record LastToStop(int goroutine, int stack, long ns) {
    /// Who was late in a pause, empty where all stopped in the first half of it.
    public static Optional<LastToStop> of(TraceModel model, Range pause) {
        int last = -1;
        long stopped = pause.startNs();
        for (int p = 0; p < model.procCount(); p++) {
            ProcSpans spans = model.procSpans(p);
            for (int s = spans.firstEndingAfter(pause.startNs()); s < spans.size()
                    && spans.start(s) < pause.endNs(); s++) {
                long until = Math.min(spans.end(s), pause.endNs());
                if (spans.goroutine(s) >= 0 && spans.goroutine(s) != pause.goroutine()
                        && spans.state(s) == GoState.RUNNING && until > stopped) {
                    last = spans.goroutine(s);
                    stopped = until;
                }
            }
        }
        long ns = stopped - pause.startNs();
        if (last < 0 || 2 * ns < pause.durationNs()) {
            return Optional.empty();
        }
        Spans spans = model.spans(last);
        int at = spans.at(stopped);
        return Optional.of(new LastToStop(last, at < 0 ? 0 : spans.stack(at), ns));
    }
}
