package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small fixed group of goroutines that take work at one site, and the callers that hand it to them.
///
/// @param group index of the workers' group
/// @param idleSite where the workers wait for work
/// @param handOver place (see [Code#placeOf]) at which callers hand work over
/// @param busyFrom begins of the stretches in which no worker waited for work
/// @param busyTo ends of those
/// @param blockedShare share of the workers' busy time in which they were blocked themselves, 0 to 1
public record Pool(int group, int idleSite, int handOver, LongArrayList busyFrom, LongArrayList busyTo,
        double blockedShare) {
    private static final int LARGEST = 64;

    /// The pool whose workers wait at a site; null when it is none.
    static @Nullable Pool at(Facts facts, SiteWait idle) {
        Wakes wakes = facts.wakes();
        IntList all = wakes.at(idle.site());
        if (all.isEmpty()) {
            return null;
        }
        Goroutines goroutines = facts.model().goroutines();
        int group = goroutines.group(wakes.target(all.getInt(0)));
        IntList workers = facts.model().groups().get(group).members();
        if (workers.size() < 2 || workers.size() > LARGEST || facts.model().groups().get(group).system()) {
            return null;
        }
        Int2IntOpenHashMap callers = new Int2IntOpenHashMap();
        for (int i = 0; i < all.size(); i++) {
            int waker = wakes.waker(all.getInt(i));
            if (goroutines.group(wakes.target(all.getInt(i))) != group) {
                return null;
            }
            if (waker >= 0 && goroutines.group(waker) != group) {
                callers.addTo(facts.code().placeOf(facts.code().ownFrame(wakes.stack(all.getInt(i)))), 1);
            }
        }
        for (int worker : workers) {
            long life = goroutines.endNs(worker) - goroutines.bornNs(worker);
            if (life < facts.model().durationNs() / 2) {
                return null;
            }
        }
        int place = callers.int2IntEntrySet().stream().max(java.util.Map.Entry.comparingByValue())
                .map(e -> e.getIntKey()).orElse(-1);
        return place < 0 ? null : measured(facts, idle, new int[]{group, place}, workers);
    }

    private static Pool measured(Facts facts, SiteWait idle, int[] groupAndPlace, IntList workers) {
        Wakes wakes = facts.wakes();
        LongArrayList begins = new LongArrayList();
        LongArrayList ends = new LongArrayList();
        for (int wake : wakes.at(idle.site())) {
            begins.add(wakes.begin(wake));
            ends.add(wakes.end(wake));
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
            life += goroutines.endNs(w) - goroutines.bornNs(w);
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
        List<Pool> pools = new java.util.ArrayList<>();
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

    /// Waits of callers that stood at the hand-over while no worker was free, as wake-up numbers of [Wakes].
    public IntList starved(Facts facts, long leastNs) {
        IntArrayList starved = new IntArrayList();
        Wakes wakes = facts.wakes();
        for (SiteWait site : facts.sweep().waits()) {
            boolean hands = site.object() == WaitObject.SEND || site.object() == WaitObject.SELECT;
            if (!hands || facts.code().placeOf(facts.code().ownFrame(site.stack())) != handOver) {
                continue;
            }
            for (int wake : wakes.at(site.site())) {
                long length = wakes.end(wake) - wakes.begin(wake);
                if (length >= leastNs && busyWithin(wakes.begin(wake), wakes.end(wake)) >= length / 2) {
                    starved.add(wake);
                }
            }
        }
        return starved;
    }
}
