package dev.faultline.model.analysis;

import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Stacks;
import java.util.BitSet;

/// Goroutines that take traces or profiles of the program: they look at it and are not part of what it does.
final class Observers {
    private static final int MOST_SPANS = 5_000;

    private final TraceModel model;
    private final Stacks stacks;
    private final BitSet asked = new BitSet();
    private final BitSet observers = new BitSet();

    Observers(TraceModel model) {
        this.model = model;
        this.stacks = model.trace().stacks();
    }

    boolean contains(int goroutine) {
        if (!asked.get(goroutine)) {
            asked.set(goroutine);
            observers.set(goroutine, observes(goroutine));
        }
        return observers.get(goroutine);
    }

    private boolean observes(int goroutine) {
        Spans spans = model.spans(goroutine);
        for (int s = Math.max(0, spans.size() - MOST_SPANS); s < spans.size(); s++) {
            if (takesProfile(spans.stack(s))) {
                return true;
            }
        }
        return false;
    }

    private boolean takesProfile(int stack) {
        int depth = stacks.depth(stack);
        for (int d = 0; d < depth; d++) {
            String function = stacks.frame(stacks.frameId(stack, d)).function();
            if (function.startsWith("runtime/pprof.") || function.startsWith("runtime/trace.")
                    || function.startsWith("net/http/pprof.")) {
                return true;
            }
        }
        return false;
    }
}
