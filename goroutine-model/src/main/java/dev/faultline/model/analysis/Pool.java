package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small fixed group of goroutines that take work at one site, and the callers that hand it to them.
///
/// @param group index of the workers' group
/// @param idleSite where the workers wait for work
/// @param handOver site at which callers hand work over
/// @param busyFrom begins of the stretches in which no worker waited for work
/// @param busyTo ends of those
/// @param blockedShare share of the workers' busy time in which they were blocked themselves, 0 to 1
public record Pool(int group, int idleSite, int handOver, LongArrayList busyFrom, LongArrayList busyTo,
        double blockedShare) {
    private static final int LARGEST = 64;

    /// The pool whose workers wait at a site; null when it is none.
    static @Nullable Pool at(Facts facts, SiteWait idle) {
        WakeLog wakes = idle.wakes();
        if (wakes.size() == 0) {
            return null;
        }
        Goroutines goroutines = facts.model().goroutines();
        int group = goroutines.group(wakes.target(0));
        IntList workers = facts.model().groups().get(group).members();
        if (workers.size() < 2 || workers.size() > LARGEST || facts.model().groups().get(group).system()) {
            return null;
        }
        Int2IntOpenHashMap callers = new Int2IntOpenHashMap();
        for (int i = 0; i < wakes.size(); i++) {
            int waker = wakes.waker(i);
            if (goroutines.group(wakes.target(i)) != group) {
                return null;
            }
            if (waker >= 0 && goroutines.group(waker) != group) {
                callers.addTo(facts.waitSites().of(wakes.stack(i)), 1);
            }
        }
        for (int worker : workers) {
            if (facts.lives().lifeNs(worker) < facts.model().durationNs() / 2) {
                return null;
            }
        }
        int place = callers.int2IntEntrySet().stream().max(java.util.Map.Entry.comparingByValue())
                .map(e -> e.getIntKey()).orElse(-1);
        return place < 0 ? null : measured(facts, idle, new int[]{group, place}, workers);
    }

    private static Pool measured(Facts facts, SiteWait idle, int[] groupAndPlace, IntList workers) {
        WakeLog wakes = idle.wakes();
        LongArrayList begins = new LongArrayList();
        LongArrayList ends = new LongArrayList();
        for (int i = 0; i < wakes.size(); i++) {
            begins.add(wakes.beginNs(i));
            ends.add(wakes.endNs(i));
        }
        for (OpenWait open : facts.openWaits().all()) {
            if (open.site() == idle.site()) {
                begins.add(open.sinceNs());
                ends.add(facts.model().durationNs());
            }
        }
        long idleNs = 0;
        for (int i = 0; i < begins.size(); i++) {
            idleNs += ends.getLong(i) - begins.getLong(i);
        }
        Goroutines goroutines = facts.model().goroutines();
        long life = 0;
        long worked = 0;
        for (int w : workers) {
            life += facts.lives().lifeNs(w);
            worked += goroutines.runningNs(w) + goroutines.runnableNs(w);
        }
        long busy = Math.max(1, life - idleNs);
        Pool pool = new Pool(groupAndPlace[0], idle.site(), groupAndPlace[1], new LongArrayList(), new LongArrayList(),
                Math.max(0, (double) (busy - worked) / busy));
        pool.findBusy(begins, ends, facts.model().durationNs());
        return pool;
    }

    /// Fills in the stretches without an idle worker, from the first hand-over on.
    private void findBusy(LongArrayList begins, LongArrayList ends, long durationNs) {
        long[] starts = begins.toLongArray();
        long[] stops = ends.toLongArray();
        java.util.Arrays.sort(starts);
        java.util.Arrays.sort(stops);
        int waiting = 0;
        int s = 0;
        long busySince = -1;
        for (long stop : stops) {
            while (s < starts.length && starts[s] <= stop) {
                if (busySince >= 0 && starts[s] > busySince) {
                    busyFrom.add(busySince);
                    busyTo.add(starts[s]);
                }
                busySince = -1;
                waiting++;
                s++;
            }
            waiting--;
            busySince = waiting == 0 ? stop : -1;
        }
        if (busySince >= 0 && busySince < durationNs) {
            busyFrom.add(busySince);
            busyTo.add(durationNs);
        }
    }

    /// How much of a stretch no worker was idle in, nanoseconds.
    public long busyWithin(long from, long to) {
        long sum = 0;
        for (int i = 0; i < busyFrom.size(); i++) {
            sum += Math.max(0, Math.min(to, busyTo.getLong(i)) - Math.max(from, busyFrom.getLong(i)));
        }
        return sum;
    }

    /// All pools of a trace.
    static List<Pool> in(Facts facts) {
        List<Pool> pools = new ArrayList<>();
        for (SiteWait site : facts.sweep().waits()) {
            boolean takes = site.object() == WaitObject.RECEIVE || site.object() == WaitObject.SELECT
                    || site.object() == WaitObject.CONDITION;
            Pool pool = takes ? at(facts, site) : null;
            if (pool != null) {
                pools.add(pool);
            }
        }
        return pools;
    }

    /// A caller that was kept waiting.
    ///
    /// @param goroutine index of the caller
    /// @param fromNs begin of its wait
    /// @param toNs end of it
    /// @param waker index of who ended it, [WakeLog#RUNTIME] when none did
    public record Starved(int goroutine, long fromNs, long toNs, int waker) {}

    /// Callers that waited at the hand-over while no worker was free.
    public List<Starved> starved(Facts facts, long leastNs) {
        List<Starved> starved = new ArrayList<>();
        for (SiteWait site : facts.sweep().waits()) {
            boolean hands = site.object() == WaitObject.SEND || site.object() == WaitObject.SELECT;
            if (!hands || site.site() != handOver) {
                continue;
            }
            WakeLog wakes = site.wakes();
            for (int i = 0; i < wakes.size(); i++) {
                long length = wakes.durationNs(i);
                if (length >= leastNs && busyWithin(wakes.beginNs(i), wakes.endNs(i)) >= length / 2) {
                    starved.add(new Starved(wakes.target(i), wakes.beginNs(i), wakes.endNs(i), wakes.waker(i)));
                }
            }
        }
        return starved;
    }
}
