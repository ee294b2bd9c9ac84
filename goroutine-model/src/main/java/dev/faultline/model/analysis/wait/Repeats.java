package dev.faultline.model.analysis.wait;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;

/// Places that leave a goroutine behind again and again: at least two that wait at the same site, born in different parts
/// of the run, of which one may be older than the trace. A creator that made only this one does not count: it may stay for
/// it, as the handler of a connection does.
public final class Repeats {
    /// Share of the trace that lies at least between the oldest and the youngest birth.
    private static final double SPREAD = 0.2;

    private final Long2LongOpenHashMap first = new Long2LongOpenHashMap();
    private final Long2LongOpenHashMap last = new Long2LongOpenHashMap();
    private final long spreadNs;
    private final Goroutines goroutines;

    /// Notes for each site the first and the last birth of those who still wait there.
    public Repeats(TraceModel model, OpenWaits open) {
        this.spreadNs = (long) (model.durationNs() * SPREAD);
        this.goroutines = model.goroutines();
        first.defaultReturnValue(Long.MAX_VALUE);
        last.defaultReturnValue(Long.MIN_VALUE);
        for (OpenWait w : open.all()) {
            if (w.site() >= 0) {
                long born = goroutines.creator(w.goroutine()) < 0 ? -spreadNs : goroutines.bornNs(w.goroutine());
                first.put(w.site(), Math.min(first.get(w.site()), born));
                last.put(w.site(), Math.max(last.get(w.site()), born));
            }
        }
    }

    /// Whether a wait is at such a place.
    public boolean leavesBehind(OpenWait w) {
        int creator = goroutines.creator(w.goroutine());
        return w.site() >= 0 && (creator < 0 || goroutines.children(creator).size() > 1)
                && last.get(w.site()) - first.get(w.site()) >= Math.max(1, spreadNs);
    }
}
