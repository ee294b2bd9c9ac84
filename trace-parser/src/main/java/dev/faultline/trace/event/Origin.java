package dev.faultline.trace.event;

import dev.faultline.trace.index.Exchange;
import java.util.ArrayList;
import java.util.List;

/// What turns the numbers of one generation's rows into the trace's.
///
/// @param clock of the generation
/// @param zeroNs absolute time of the trace's first event
/// @param goroutines global goroutine index by the generation's own
/// @param threads global thread index by the generation's own
public record Origin(Clock clock, long zeroNs, int[] goroutines, int[] threads) {
    private static final Origin NONE = new Origin(Clock.USUAL, 0, new int[0], new int[0]);

    /// Nanoseconds since the trace's first event, at least 0.
    public long ns(long units) {
        return Math.max(0, clock.ns(units) - zeroNs);
    }

    /// These origins, or those that were saved.
    static List<Origin> exchange(Exchange x, List<Origin> origins) {
        int count = x.number(origins.size());
        List<Origin> moved = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Origin o = x.restoring() ? NONE : origins.get(i);
            moved.add(new Origin(new Clock(x.number(o.clock.frequency())), x.number(o.zeroNs), x.ints(o.goroutines),
                    x.ints(o.threads)));
        }
        return moved;
    }

    int goroutine(int local) {
        return local < 0 ? -1 : goroutines[local];
    }

    int thread(int local) {
        return local < 0 ? -1 : threads[local];
    }
}
