package dev.faultline.app.ui.text;

import dev.faultline.model.SpanCursor;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Stacks;
import dev.faultline.views.timeline.row.Thing.Goroutine;
import java.util.BitSet;
import java.util.Optional;

/// Where a function was seen.
public final class FunctionUse {
    private FunctionUse() {
    }

    /// The longest span that began inside a function; empty when none did.
    public static Optional<Goroutine> longest(TraceModel model, String function) {
        BitSet stacks = stacksWith(model.trace().stacks(), function);
        int goroutine = -1;
        long at = 0;
        long longest = -1;
        for (SpanCursor span = model.allSpans(); !stacks.isEmpty() && span.next();) {
            if (span.end() - span.start() > longest && stacks.get(span.stack())) {
                longest = span.end() - span.start();
                goroutine = span.goroutine();
                at = span.start();
            }
        }
        return goroutine < 0 ? Optional.empty() : Optional.of(new Goroutine(goroutine, model.spans(goroutine).at(at)));
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
