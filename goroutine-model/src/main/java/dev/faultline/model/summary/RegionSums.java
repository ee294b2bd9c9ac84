package dev.faultline.model.summary;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Region;
import dev.faultline.model.RegionTotal;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Map;
import java.util.TreeMap;

/// Regions by name. As in Go's summary, a goroutine created inside a region counts as a region without name that lasts
/// its whole life, or until a region ends on it that never began there; regions of system goroutines count only if they
/// ended.
final class RegionSums {
    private final Map<String, CountAndTime> sums = new TreeMap<>();
    private final IntOpenHashSet usedUp = new IntOpenHashSet();
    private final TraceModel model;

    private RegionSums(TraceModel model) {
        this.model = model;
    }

    static Map<String, CountAndTime> byName(TraceModel model) {
        RegionSums sums = new RegionSums(model);
        for (RegionTotal whole : model.tally().regions()) {
            sums.sums.put(whole.name(), new CountAndTime(whole.count(), whole.ns()));
        }
        model.incompleteRegions().forEach(region -> sums.addIncomplete(model.regions().get(region)));
        sums.addInherited();
        return sums.sums;
    }

    private void addIncomplete(Region region) {
        int g = region.goroutine();
        if (!region.began() && model.inheritedRegion(g) >= 0 && usedUp.add(g)) {
            add("", region.durationNs());
        } else if (region.ended() || !system(g)) {
            add(region.name(), region.durationNs());
        }
    }

    private void addInherited() {
        Goroutines goroutines = model.goroutines();
        for (int g = 0; g < goroutines.count(); g++) {
            if (model.inheritedRegion(g) >= 0 && !usedUp.contains(g) && !system(g)) {
                add("", goroutines.endNs(g) - goroutines.bornNs(g));
            }
        }
    }

    /// By Go's rule, which takes nameless goroutines for the runtime's.
    private boolean system(int g) {
        String name = model.goroutines().shownName(g);
        return name.isEmpty() || name.startsWith("runtime.") && !name.equals("runtime.main");
    }

    private void add(String name, long ns) {
        sums.merge(name, new CountAndTime(1, ns), (a, b) -> a.plus(b.count(), b.ns()));
    }
}
