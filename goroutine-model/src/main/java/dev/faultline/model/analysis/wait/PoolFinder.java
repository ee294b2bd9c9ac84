package dev.faultline.model.analysis.wait;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.Timing;
import dev.faultline.model.analysis.timing.WakeLog;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the pools of workers: sites at which a few goroutines of one group, which live for most of the trace, are woken
/// by others.
///
/// @param sites places where goroutines wait
public record PoolFinder(TraceModel model, Timing timing, OpenWaits openWaits, WaitSites sites) {
    private static final int LARGEST = 64;

    /// All pools of a trace.
    public List<Pool> all() {
        List<Pool> pools = new ArrayList<>();
        for (SiteWait site : timing.waits()) {
            boolean takes = site.object() == WaitObject.RECEIVE || site.object() == WaitObject.SELECT
                    || site.object() == WaitObject.CONDITION;
            Pool pool = takes ? at(site) : null;
            if (pool != null) {
                pools.add(pool);
            }
        }
        return pools;
    }

    /// The pool whose workers wait at a site; null when it is none.
    private @Nullable Pool at(SiteWait idle) {
        WakeLog wakes = idle.wakes();
        if (wakes.size() == 0) {
            return null;
        }
        int group = model.goroutines().group(wakes.target(0));
        IntList workers = model.groups().get(group).members();
        if (workers.size() < 2 || workers.size() > LARGEST || model.groups().get(group).system()) {
            return null;
        }
        Int2IntOpenHashMap callers = new Int2IntOpenHashMap();
        for (int i = 0; i < wakes.size(); i++) {
            int waker = wakes.waker(i);
            if (model.goroutines().group(wakes.target(i)) != group) {
                return null;
            }
            if (waker >= 0 && model.goroutines().group(waker) != group) {
                callers.addTo(sites.of(wakes.stack(i)), 1);
            }
        }
        for (int worker : workers) {
            if (model.goroutines().lifeNs(worker) < model.durationNs() / 2) {
                return null;
            }
        }
        int place = callers.int2IntEntrySet().stream().max(Map.Entry.comparingByValue())
                .map(e -> e.getIntKey()).orElse(-1);
        return place < 0 ? null : measured(idle, group, place, workers);
    }

    private Pool measured(SiteWait idle, int group, int place, IntList workers) {
        WakeLog wakes = idle.wakes();
        LongArrayList begins = new LongArrayList();
        LongArrayList ends = new LongArrayList();
        for (int i = 0; i < wakes.size(); i++) {
            begins.add(wakes.beginNs(i));
            ends.add(wakes.endNs(i));
        }
        for (OpenWait open : openWaits.all()) {
            if (open.site() == idle.site()) {
                begins.add(open.sinceNs());
                ends.add(model.durationNs());
            }
        }
        long idleNs = 0;
        for (int i = 0; i < begins.size(); i++) {
            idleNs += ends.getLong(i) - begins.getLong(i);
        }
        long life = 0;
        long worked = 0;
        for (int w : workers) {
            life += model.goroutines().lifeNs(w);
            worked += model.goroutines().runningNs(w) + model.goroutines().runnableNs(w);
        }
        long busy = Math.max(1, life - idleNs);
        Pool pool = new Pool(group, idle.site(), place, new LongArrayList(), new LongArrayList(),
                Math.max(0, (double) (busy - worked) / busy));
        pool.findBusy(begins, ends, model.durationNs());
        return pool;
    }
}
