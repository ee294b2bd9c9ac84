package dev.faultline.views.timeline.lane;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.faultline.model.Range;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.FineState;
import dev.faultline.model.analysis.code.FineStates;
import dev.faultline.model.analysis.gc.Assists;
import dev.faultline.views.paint.Role;

/// In which colours and patterns spans are drawn: in those of eight states, or with all that a trace tells about why a goroutine
/// does not run.
public final class StateRoles {
    private final TraceModel model;
    private final FineStates states;
    private final Supplier<Assists> assists;
    private volatile boolean fine;

    public StateRoles(TraceModel model) {
        this.model = model;
        states = new FineStates(model);
        assists = Suppliers.memoize(() -> new Assists(model));
    }

    /// Whether states are told apart further.
    public boolean fine() {
        return fine;
    }

    /// Lanes that were made before keep their colours.
    public void setFine(boolean now) {
        fine = now;
    }

    /// The role of a span.
    public Role of(Spans spans, int i) {
        if (!fine) {
            return Role.of(spans.state(i), spans.wait(i));
        }
        FineState state = states.of(spans, i);
        boolean assisting = state == FineState.RUNNING && !model.ranges(Range.Kind.MARK_ASSIST).isEmpty()
                && assists(spans, i);
        return Role.of(assisting ? FineState.ASSISTING : state);
    }

    /// Whether more than half of a running span was spent in a mark assist.
    private boolean assists(Spans spans, int i) {
        Assists all = assists.get();
        int g = spans.goroutine();
        long ns = 0;
        for (int a = all.firstEndingAfter(g, spans.start(i)); a < all.count(g)
                && all.get(g, a).startNs() < spans.end(i); a++) {
            ns += Math.min(spans.end(i), all.get(g, a).endNs()) - Math.max(spans.start(i), all.get(g, a).startNs());
        }
        return ns * 2 > spans.end(i) - spans.start(i);
    }
}
