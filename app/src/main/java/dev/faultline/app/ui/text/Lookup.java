package dev.faultline.app.ui.text;

import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.views.timeline.row.ByGoroutine;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds tasks and regions of a trace; safe for several threads.
public final class Lookup {
    private final TraceModel model;
    private @Nullable ByGoroutine regions;

    public Lookup(TraceModel model) {
        this.model = model;
    }

    /// Makes the indices, which takes long on a trace of many tasks; else the first question waits for them.
    public void prepare() {
        regions();
    }

    private synchronized ByGoroutine regions() {
        ByGoroutine known = regions;
        if (known == null) {
            known = ByGoroutine.of(model.goroutines().count(), model.regions().size(), model.regions()::goroutine);
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
        return Arrays.stream(regions().of(goroutine)).mapToObj(model.regions()::get).toList();
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
