package dev.faultline.app.ui.text;

import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Stacks;
import dev.faultline.views.timeline.row.Thing.Goroutine;
import java.util.BitSet;
import java.util.Optional;

/// Where a function was seen.
public final class FunctionUse {
    /// Spans that are looked at; more would keep the user waiting.
    private static final int BUDGET = 3_000_000;

    private FunctionUse() {
    }

    /// The longest span that began inside a function; empty when none of those looked at did.
    public static Optional<Goroutine> longest(TraceModel model, String function) {
        BitSet stacks = stacksWith(model.trace().stacks(), function);
        Goroutine best = null;
        long bestNs = -1;
        int left = BUDGET;
        for (int g = 0; g < model.goroutines().count() && left > 0; g++) {
            Spans spans = model.spans(g);
            left -= spans.size();
            for (int i = 0; i < spans.size(); i++) {
                long ns = spans.end(i) - spans.start(i);
                if (ns > bestNs && stacks.get(spans.stack(i))) {
                    best = new Goroutine(g, i);
                    bestNs = ns;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static BitSet stacksWith(Stacks stacks, String function) {
        var wanted = new BitSet();
        for (int frame = 0; frame < stacks.frameCount(); frame++) {
            if (stacks.frame(frame).function().equals(function)) {
                wanted.set(frame);
            }
        }
        var found = new BitSet();
        for (int stack = 1; stack < stacks.size(); stack++) {
            for (int depth = 0; depth < stacks.depth(stack); depth++) {
                if (wanted.get(stacks.frameId(stack, depth))) {
                    found.set(stack);
                    break;
                }
            }
        }
        return found;
    }
}
