package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.OpenWait;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Batches of workers that were served for a while and then dropped: as soon as the next batch was made at the same place,
/// all service went to that one, and nobody of the older batches ever ended.
final class AbandonedBatches {
    private static final int MIN_BATCH = 2;
    /// Each of a batch is served so often on average, or they are not workers.
    private static final int SERVICES = 3;
    /// The youngest batch is idle for good from so many times the time that an older one was served on.
    private static final int TIMES_SERVICE = 3;

    private final StuckInput input;
    private final Goroutines goroutines;
    private final Int2LongOpenHashMap lastServed = new Int2LongOpenHashMap();
    private final Int2IntOpenHashMap services = new Int2IntOpenHashMap();

    AbandonedBatches(StuckInput input) {
        this.input = input;
        this.goroutines = input.model().goroutines();
    }

    List<Stuck> among(List<OpenWait> waits) {
        Long2ObjectLinkedOpenHashMap<List<OpenWait>> kinds = new Long2ObjectLinkedOpenHashMap<>();
        for (OpenWait w : waits) {
            if (w.site() >= 0 && goroutines.creator(w.goroutine()) >= 0) {
                long key = (long) goroutines.creator(w.goroutine()) << 32 | goroutines.group(w.goroutine());
                kinds.computeIfAbsent(key, k -> new ArrayList<>()).add(w);
            }
        }
        List<Stuck> found = new ArrayList<>();
        for (List<OpenWait> kind : kinds.values()) {
            if (kind.size() >= 2 * MIN_BATCH && noneEnded(kind)) {
                batches(kind, found);
            }
        }
        return found;
    }

    private boolean noneEnded(List<OpenWait> kind) {
        int group = goroutines.group(kind.getFirst().goroutine());
        int site = kind.getFirst().site();
        return input.model().groups().get(group).members().size() == kind.size()
                && kind.stream().allMatch(w -> w.site() == site);
    }

    private void batches(List<OpenWait> kind, List<Stuck> found) {
        SiteWait site = input.timing().waitsAt(kind.getFirst().site());
        if (site == null || !site.wakes().complete()) {
            return;
        }
        WakeLog wakes = site.wakes();
        for (int i = 0; i < wakes.size(); i++) {
            lastServed.put(wakes.target(i), wakes.endNs(i));
            services.addTo(wakes.target(i), 1);
        }
        kind.sort(Comparator.comparingLong(w -> goroutines.bornNs(w.goroutine())));
        List<List<OpenWait>> batches = new ArrayList<>();
        List<OpenWait> batch = new ArrayList<>();
        long served = 0;
        for (OpenWait w : kind) {
            if (served > 0 && goroutines.bornNs(w.goroutine()) > served) {
                batches.add(batch);
                batch = new ArrayList<>();
                served = 0;
            }
            batch.add(w);
            served = Math.max(served, firstService(wakes, w.goroutine()));
        }
        batches.add(batch);
        judge(batches, found);
    }

    private static long firstService(WakeLog wakes, int g) {
        for (int i = 0; i < wakes.size(); i++) {
            if (wakes.target(i) == g) {
                return wakes.endNs(i);
            }
        }
        return 0;
    }

    private void judge(List<List<OpenWait>> batches, List<Stuck> found) {
        if (batches.size() < 2) {
            return;
        }
        long service = 0;
        for (int b = 0; b + 1 < batches.size(); b++) {
            long last = lastService(batches.get(b));
            if (!workers(batches.get(b)) || batches.get(b).size() != batches.getFirst().size()
                    || last >= goroutines.bornNs(batches.get(b + 1).getFirst().goroutine())) {
                return;
            }
            service = Math.max(service, last - goroutines.bornNs(batches.get(b).getFirst().goroutine()));
        }
        List<OpenWait> youngest = batches.removeLast();
        batches.forEach(b -> b.forEach(w -> found.add(new Stuck(w, Grade.LIKELY, Ground.LEFT_BEHIND, 1))));
        long idle = input.model().durationNs() - lastService(youngest);
        if (lastService(youngest) > 0 && idle > service * TIMES_SERVICE) {
            youngest.forEach(w -> found.add(new Stuck(w, Grade.POSSIBLE, Ground.LEFT_BEHIND, 1)));
        }
    }

    /// Whether all of a batch were served, again and again.
    private boolean workers(List<OpenWait> batch) {
        int sum = batch.stream().mapToInt(w -> services.get(w.goroutine())).sum();
        return batch.size() >= MIN_BATCH && sum >= batch.size() * SERVICES
                && batch.stream().allMatch(w -> services.get(w.goroutine()) > 0);
    }

    private long lastService(List<OpenWait> batch) {
        return batch.stream().mapToLong(w -> lastServed.get(w.goroutine())).max().orElse(0);
    }
}
