package dev.faultline.model.analysis.task;

import dev.faultline.model.GoState;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.KnownPlaces;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrame.Meaning;
import java.util.ArrayList;
import java.util.List;

/// The waits of a run for answers of remote peers, where the functions of known clients tell: HTTP, gRPC, databases. What
/// an HTTP client waits in is a select, so the reason of a wait alone does not tell.
///
/// @param places what is known of waits
public record RemoteCalls(TraceModel model, KnownPlaces places) {
    /// The waits of at least a length of the goroutine of a run, in the order of time. Those of its other goroutines are
    /// left out: they are what runs side by side.
    public List<Stretch> of(Run run, long leastNs) {
        List<Stretch> calls = new ArrayList<>();
        Spans spans = model.spansBetween(run.fromNs(), run.toNs()).of(run.goroutine());
        for (int s = 0; s < spans.size(); s++) {
            boolean within = spans.start(s) >= run.fromNs() && spans.end(s) <= run.toNs();
            if (within && spans.state(s) == GoState.WAITING && spans.end(s) - spans.start(s) >= leastNs
                    && answers(spans.stack(s))) {
                calls.add(new Stretch(run.goroutine(), spans.start(s), spans.end(s), spans.stack(s)));
            }
        }
        return calls;
    }

    private boolean answers(int stack) {
        KnownFrame known = stack == 0 ? null : places.of(stack);
        return known != null && known.meaning() == Meaning.REPLY;
    }
}
