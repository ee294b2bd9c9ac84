package dev.faultline.app.ui.text;

import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A trace's tasks and regions by what people ask for, built at the first question.
public final class Lookup {
    private final TraceModel model;
    private @Nullable Long2ObjectOpenHashMap<Task> tasks;
    private @Nullable Int2ObjectOpenHashMap<List<Region>> regions;

    public Lookup(TraceModel model) {
        this.model = model;
    }

    /// The task of an id, null when the trace does not name it.
    public @Nullable Task task(long id) {
        var map = tasks;
        if (map == null) {
            map = new Long2ObjectOpenHashMap<>();
            for (Task task : model.tasks()) {
                map.put(task.id(), task);
            }
            tasks = map;
        }
        return map.get(id);
    }

    /// The regions of a goroutine in order of their begin.
    public List<Region> regions(int goroutine) {
        var map = regions;
        if (map == null) {
            map = new Int2ObjectOpenHashMap<>();
            for (Region region : model.regions()) {
                map.computeIfAbsent(region.goroutine(), g -> new ArrayList<>()).add(region);
            }
            regions = map;
        }
        return map.getOrDefault(goroutine, List.of());
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

    /// The task that a goroutine works for at a time: that of its region, else of the region in which it was created, and
    /// so on up the creators; null when there is none.
    public @Nullable Task taskAt(int goroutine, long ns) {
        var goroutines = model.goroutines();
        int g = goroutine;
        long time = ns;
        for (int generation = 0; g >= 0 && generation < 64; generation++) {
            for (Region region : regions(g)) {
                if (region.task() != 0 && region.startNs() <= time && region.endNs() >= time) {
                    return task(region.task());
                }
            }
            time = goroutines.bornNs(g);
            g = goroutines.creator(g);
        }
        return null;
    }
}
