package dev.faultline.model.reconstruct;

import dev.faultline.model.Goroutines;
import dev.faultline.model.SpanWindow;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;

/// All spans, where a stretch is long or the trace lacks parts: then times may run backwards, and goroutines vanish.
record WholeSpans(TraceModel model, long fromNs, long toNs) implements SpanWindow {
    @Override
    public Spans of(int goroutine) {
        return model.spans(goroutine);
    }

    @Override
    public IntSet changed() {
        Goroutines goroutines = model.goroutines();
        IntSet there = new IntOpenHashSet();
        for (int g = 0; g < goroutines.count(); g++) {
            if (goroutines.bornNs(g) <= toNs && goroutines.endNs(g) >= fromNs) {
                there.add(g);
            }
        }
        return there;
    }
}
