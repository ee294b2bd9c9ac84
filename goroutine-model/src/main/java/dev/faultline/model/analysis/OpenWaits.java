package dev.faultline.model.analysis;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Who still waits at the end of the trace for something that only another goroutine can bring about, and who is alive
/// for sure at that time. The runtime's own goroutines are left out.
public final class OpenWaits {
    private final List<OpenWait> waits = new ArrayList<>();
    private final BitSet active = new BitSet();

    OpenWaits(TraceModel model, WaitSites sites) {
        Goroutines goroutines = model.goroutines();
        for (int g = 0; g < goroutines.count(); g++) {
            if (!goroutines.ended(g)) {
                look(model, sites, g);
            }
        }
    }

    private void look(TraceModel model, WaitSites sites, int g) {
        Spans spans = model.spans(g);
        int last = spans.size() - 1;
        if (last < 0 || model.goroutines().system(g) && !model.goroutines().name(g).isEmpty()) {
            return;
        }
        if (spans.state(last) != GoState.WAITING) {
            active.set(g);
            return;
        }
        int stack = spans.stack(last);
        WaitObject object = WaitObject.of(spans.wait(last), stack, model.trace().stacks());
        if (object == WaitObject.OUTSIDE) {
            active.set(g);
            return;
        }
        long since = spans.start(last);
        waits.add(new OpenWait(g, object, since, model.durationNs() - since, stack, sites.of(stack),
                spans.beginRow(last) < 0));
    }

    /// All such waits, by goroutine index.
    public List<OpenWait> all() {
        return List.copyOf(waits);
    }

    /// Indices of the goroutines that run, can run, sleep, or wait for the outside at the end.
    public BitSet active() {
        return (BitSet) active.clone();
    }
}
