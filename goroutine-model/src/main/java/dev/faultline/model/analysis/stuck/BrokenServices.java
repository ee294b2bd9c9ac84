package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.OpenWait;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Goroutines that others woke at regular intervals all their life, then no more, while their twins at the same place are
/// still woken. That is odd, not more: somebody may just have nothing to say to one of them.
final class BrokenServices {
    /// Wake-ups that show an interval.
    private static final int REGULAR = 10;
    /// The longest of the intervals is at most so many times the median.
    private static final int SPREAD = 4;
    /// Intervals without a wake-up after which the service has broken off.
    private static final int MISSED = 20;
    /// A twin that was woken within so many intervals before the end is still served.
    private static final int RECENT = 4;
    private static final int TWINS = 3;
    /// Share of the twins that must be served still: else it is quiet for all.
    private static final double SERVED_SHARE = 0.75;

    private static final LongArrayList NONE = new LongArrayList(0);

    private final StuckInput input;
    private final Goroutines goroutines;

    BrokenServices(StuckInput input) {
        this.input = input;
        goroutines = input.model().goroutines();
    }

    /// Those of the given waits, all of which may still end as far as is known.
    List<Stuck> among(List<OpenWait> waits) {
        Int2ObjectOpenHashMap<List<OpenWait>> bySite = new Int2ObjectOpenHashMap<>();
        for (OpenWait w : input.openWaits().all()) {
            boolean owed = switch (w.object()) {
                case RECEIVE, SELECT, SEND, CONDITION -> true;
                default -> false;
            };
            if (owed && w.site() >= 0) {
                bySite.computeIfAbsent(w.site(), key -> new ArrayList<>()).add(w);
            }
        }
        BitSet asked = new BitSet();
        waits.forEach(w -> asked.set(w.goroutine()));
        List<Stuck> found = new ArrayList<>();
        for (List<OpenWait> at : bySite.values()) {
            SiteWait site = input.timing().waitsAt(at.getFirst().site());
            if (site != null && at.size() > TWINS && site.wakes().total() > REGULAR) {
                check(at, asked, wakeTimes(site.wakes()), found);
            }
        }
        return found;
    }

    /// By goroutine, when others woke it.
    private static Int2ObjectOpenHashMap<LongArrayList> wakeTimes(WakeLog wakes) {
        Int2ObjectOpenHashMap<LongArrayList> times = new Int2ObjectOpenHashMap<>();
        for (int i = 0; i < wakes.size(); i++) {
            if (wakes.waker(i) != WakeLog.RUNTIME) {
                times.computeIfAbsent(wakes.target(i), key -> new LongArrayList()).add(wakes.endNs(i));
            }
        }
        return times;
    }

    private void check(List<OpenWait> at, BitSet asked, Int2ObjectOpenHashMap<LongArrayList> times,
            List<Stuck> found) {
        for (OpenWait w : at) {
            LongArrayList own = times.getOrDefault(w.goroutine(), NONE);
            long interval = own.size() < REGULAR || !asked.get(w.goroutine()) ? 0 : interval(w, own);
            if (interval > 0 && w.ageNs() >= interval * MISSED && twinsServed(w, interval, at, times)) {
                found.add(new Stuck(w, Grade.POSSIBLE, Ground.SERVICE_STOPPED, own.size(), own.size()));
            }
        }
    }

    /// The median time between wake-ups, 0 where they came at no regular intervals, or not from its start on.
    private long interval(OpenWait w, LongArrayList own) {
        long[] gaps = new long[own.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = own.getLong(i + 1) - own.getLong(i);
        }
        Arrays.sort(gaps);
        long median = gaps[gaps.length / 2];
        boolean regular = gaps[gaps.length - 1] <= median * SPREAD
                && own.getLong(0) - Math.max(0, goroutines.bornNs(w.goroutine())) <= median * SPREAD;
        return regular ? median : 0;
    }

    private boolean twinsServed(OpenWait w, long interval, List<OpenWait> at,
            Int2ObjectOpenHashMap<LongArrayList> times) {
        long recent = input.model().durationNs() - interval * RECENT;
        int twins = 0;
        int served = 0;
        for (OpenWait other : at) {
            if (other != w && goroutines.nameId(other.goroutine()) == goroutines.nameId(w.goroutine())) {
                LongArrayList theirs = times.get(other.goroutine());
                twins++;
                served += theirs != null && theirs.getLong(theirs.size() - 1) >= recent ? 1 : 0;
            }
        }
        return served >= TWINS && served >= twins * SERVED_SHARE;
    }
}
