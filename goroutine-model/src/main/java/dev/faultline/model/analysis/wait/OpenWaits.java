package dev.faultline.model.analysis.wait;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.timing.Timing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Who still waits at the end of the trace for something that only another goroutine can bring about, and who is alive
/// for sure at that time. The runtime's own goroutines are left out.
public final class OpenWaits {
    private final List<OpenWait> waits = new ArrayList<>();
    private final BitSet active = new BitSet();

    /// Looks at what each goroutine did when the trace ended.
    public OpenWaits(TraceModel model, WaitSites sites, Timing timing) {
        Goroutines goroutines = model.goroutines();
        for (int g = 0; g < goroutines.count(); g++) {
            if (!timing.exists(g) || timing.runtimeOwn(g) || goroutines.ended(g)) {
                continue;
            }
            int stack = timing.stack(g);
            WaitObject object = timing.waits(g) && !lost(model, timing.wait(g), stack)
                    ? WaitObject.of(timing.wait(g), stack, model.trace().stacks())
                    : WaitObject.OUTSIDE;
            if (object == WaitObject.OUTSIDE) {
                active.set(g);
            } else {
                long since = timing.sinceNs(g);
                waits.add(new OpenWait(g, object, since, model.durationNs() - since, stack, sites.of(stack),
                        timing.fromStart(g)));
            }
        }
    }

    /// Whether what a goroutine waits for stood in a part of the file that is missing: it may be anything.
    private static boolean lost(TraceModel model, WaitKind wait, int stack) {
        return wait == WaitKind.UNKNOWN && stack == 0 && !model.trace().report().complete();
    }

    /// All such waits, by goroutine index.
    public List<OpenWait> all() {
        return waits;
    }

    /// Indices of the goroutines that run, can run, sleep, or wait for the outside at the end.
    public BitSet active() {
        return (BitSet) active.clone();
    }
}
