package dev.faultline.app.ui.text;

import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds tasks and regions of a trace; safe for several threads.
public final class Lookup {
    private final TraceModel model;
    private @Nullable RegionsOfGoroutines regions;

    public Lookup(TraceModel model) {
        this.model = model;
    }

    /// Makes the indices, which takes long on a trace of many tasks; else the first question waits for them.
    public void prepare() {
        regions();
    }

    private synchronized RegionsOfGoroutines regions() {
        RegionsOfGoroutines known = regions;
        if (known == null) {
            known = RegionsOfGoroutines.of(model);
            regions = known;
        }
        return known;
    }

    /// The task of an id, null when the trace does not name it.
    public @Nullable Task task(long id) {
        return taskOf(model.tasks().indexOfId(id));
    }

    private @Nullable Task taskOf(int index) {
        return index < 0 ? null : model.tasks().get(index);
    }

    /// The regions of a goroutine in order of their start.
    public List<Region> regions(int goroutine) {
        return regions().of(goroutine);
    }

    /// Regions sorted by goroutine.
    ///
    /// @param from by goroutine, from place 1 on, where its regions begin
    private record RegionsOfGoroutines(List<Region> all, int[] from, int[] sorted) {
        static RegionsOfGoroutines of(TraceModel model) {
            List<Region> all = model.regions();
            int[] goroutines = new int[all.size()];
            // the first place stands for regions whose goroutine is unknown
            int[] from = new int[model.goroutines().count() + 2];
            for (int i = 0; i < goroutines.length; i++) {
                goroutines[i] = Math.max(-1, all.get(i).goroutine()) + 1;
                from[goroutines[i] + 1]++;
            }
            Arrays.parallelPrefix(from, Integer::sum);
            int[] next = from.clone();
            int[] sorted = new int[goroutines.length];
            for (int i = 0; i < sorted.length; i++) {
                sorted[next[goroutines[i]]++] = i;
            }
            return new RegionsOfGoroutines(all, from, sorted);
        }

        List<Region> of(int goroutine) {
            var list = new ArrayList<Region>();
            for (int i = from[goroutine + 1]; i < from[goroutine + 2]; i++) {
                list.add(all.get(sorted[i]));
            }
            return list;
        }
    }

    /// The innermost region of a goroutine that is open at a time, null when none is.
    public @Nullable Region regionAt(int goroutine, long ns) {
        Region found = null;
        for (Region region : regions(goroutine)) {
            if (region.startNs() > ns) {
                break;
            }
            if (region.endNs() > ns || region.startNs() == ns) {
                found = found == null || region.depth() >= found.depth() ? region : found;
            }
        }
        return found;
    }

    /// The task that a goroutine works for at a time: that of its region, else the one that it was created to work for; null
    /// when there is none.
    public @Nullable Task taskAt(int goroutine, long ns) {
        for (Region region : regions(goroutine)) {
            if (region.task() != 0 && region.startNs() <= ns && region.endNs() >= ns) {
                return task(region.task());
            }
        }
        return taskOf(model.inheritedTask(goroutine));
    }
}
