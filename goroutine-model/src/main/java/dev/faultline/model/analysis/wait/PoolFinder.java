package dev.faultline.model.analysis.wait;

import dev.faultline.model.GoroutineGroup;
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
        for (SiteWait site : timing.waits()) {
            Pool pool = saturated(site);
            if (pool != null && pools.stream().noneMatch(p -> p.handOver() == pool.handOver())) {
                pools.add(pool);
            }
        }
        return pools;
    }

    /// The pool that takes work from those who wait at a site to hand it over, although its own workers need never wait for
    /// any; null when it is none. Stages of a pipeline look alike, but nobody waits for their answers.
    private @Nullable Pool saturated(SiteWait handOver) {
        WakeLog wakes = handOver.wakes();
        if (handOver.object() != WaitObject.SEND && handOver.object() != WaitObject.SELECT) {
            return null;
        }
        Int2IntOpenHashMap groups = new Int2IntOpenHashMap();
        int take = -1;
        for (int i = 0; i < wakes.size(); i++) {
            if (wakes.waker(i) >= 0 && receives(wakes.stack(i))) {
                groups.addTo(model.goroutines().group(wakes.waker(i)), 1);
                take = sites.of(wakes.stack(i));
            }
        }
        if (groups.size() != 1 || take < 0) {
            return null;
        }
        int group = groups.keySet().iterator().nextInt();
        int callers = model.goroutines().group(wakes.target(0));
        IntList workers = model.groups().get(group).members();
        boolean answers = callers != group && timing.waits().stream().anyMatch(s -> answered(s, callers, group));
        return answers && fixed(group, workers)
                ? measured(new Place(timing.waitsAt(take), take, true), group, handOver.site())
                : null;
    }

    /// Whether a stack is that of a channel receive.
    private boolean receives(int stack) {
        var stacks = model.trace().stacks();
        return stacks.depth(stack) > 0
                && stacks.frame(stacks.frameId(stack, 0)).function().startsWith("runtime.chanrecv");
    }

    /// Whether goroutines of one group wait at a site for what those of another do.
    private boolean answered(SiteWait site, int callers, int workers) {
        if (site.object() != WaitObject.RECEIVE && site.object() != WaitObject.SELECT) {
            return false;
        }
        WakeLog wakes = site.wakes();
        int answers = 0;
        for (int i = 0; i < wakes.size(); i++) {
            boolean answer = wakes.waker(i) >= 0 && model.goroutines().group(wakes.target(i)) == callers
                    && model.goroutines().group(wakes.waker(i)) == workers && !receives(wakes.stack(i));
            answers += answer ? 1 : 0;
        }
        return answers > wakes.size() / 2;
    }

    /// Whether a group is a few goroutines that live for most of the trace. Coroutines only work when they are asked to.
    private boolean fixed(int group, IntList workers) {
        GoroutineGroup of = model.groups().get(group);
        return workers.size() >= 2 && workers.size() <= LARGEST && !of.system()
                && !of.name().equals(GoroutineGroup.COROUTINE)
                && workers.intStream().allMatch(w -> model.goroutines().lifeNs(w) >= model.durationNs() / 2);
    }

    /// The pool whose workers wait at a site; null when it is none.
    private @Nullable Pool at(SiteWait idle) {
        WakeLog wakes = idle.wakes();
        if (wakes.size() == 0) {
            return null;
        }
        int group = model.goroutines().group(wakes.target(0));
        IntList workers = model.groups().get(group).members();
        if (!fixed(group, workers)) {
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
        int place = callers.int2IntEntrySet().stream().max(Map.Entry.comparingByValue())
                .map(e -> e.getIntKey()).orElse(-1);
        return place < 0 ? null : measured(new Place(idle, idle.site(), false), group, place);
    }

    /// Where workers take their work.
    ///
    /// @param idle their waits for it, null when there were none
    /// @param site see [WaitSites]
    /// @param saturated whether they are taken to be at work where no wait tells
    private record Place(@Nullable SiteWait idle, int site, boolean saturated) {}

    private Pool measured(Place take, int group, int handOver) {
        IntList workers = model.groups().get(group).members();
        WakeLog wakes = take.idle == null ? new WakeLog() : take.idle.wakes();
        LongArrayList begins = new LongArrayList();
        LongArrayList ends = new LongArrayList();
        for (int i = 0; i < wakes.size(); i++) {
            begins.add(wakes.beginNs(i));
            ends.add(wakes.endNs(i));
        }
        for (OpenWait open : openWaits.all()) {
            if (open.site() == take.site) {
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
        Pool pool = new Pool(group, take.site, handOver, new LongArrayList(), new LongArrayList(),
                Math.max(0, (double) (busy - worked) / busy));
        pool.findBusy(begins, ends, model.durationNs(), take.saturated);
        return pool;
    }
}
