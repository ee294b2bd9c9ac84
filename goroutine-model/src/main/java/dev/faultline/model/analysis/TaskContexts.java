package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In which task a goroutine was at a time, by its regions, by the tasks that it began itself, and by what its creator was
/// doing when it created it.
public final class TaskContexts {
    private final Goroutines goroutines;
    private final List<Region> regions;
    private final Long2ObjectOpenHashMap<Task> tasks = new Long2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<IntArrayList> regionsOf = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<List<Task>> begunBy = new Int2ObjectOpenHashMap<>();
    private final Int2LongOpenHashMap inherited = new Int2LongOpenHashMap();

    TaskContexts(TraceModel model) {
        goroutines = model.goroutines();
        regions = model.regions();
        for (Task task : model.tasks()) {
            tasks.put(task.id(), task);
            if (task.creator() >= 0) {
                begunBy.computeIfAbsent(task.creator(), key -> new ArrayList<>()).add(task);
            }
        }
        for (int r = 0; r < regions.size(); r++) {
            regionsOf.computeIfAbsent(regions.get(r).goroutine(), key -> new IntArrayList()).add(r);
        }
    }

    /// The task of an id, null when the trace does not know it.
    public @Nullable Task task(long id) {
        return tasks.get(id);
    }

    /// Indices of a goroutine's regions in order of their begin.
    public IntList regionsOf(int goroutine) {
        IntArrayList list = regionsOf.get(goroutine);
        return list == null ? IntLists.EMPTY_LIST : list;
    }

    /// Tasks that a goroutine began.
    public List<Task> begunBy(int goroutine) {
        return begunBy.getOrDefault(goroutine, List.of());
    }

    /// The id of the task in which the creator of a goroutine was when it created it; 0 for none or unknown.
    public synchronized long inherited(int goroutine) {
        IntArrayList chain = new IntArrayList();
        int g = goroutine;
        while (g >= 0 && !inherited.containsKey(g) && !chain.contains(g)) {
            chain.add(g);
            g = goroutines.creator(g);
        }
        for (int i = chain.size() - 1; i >= 0; i--) {
            int child = chain.getInt(i);
            int creator = goroutines.creator(child);
            inherited.put(child, creator < 0 ? 0 : at(creator, goroutines.bornNs(child)));
        }
        return inherited.get(goroutine);
    }

    /// The id of the task that a goroutine works for at a time; 0 for none or unknown.
    ///
    /// @param ns nanoseconds since the trace's first event
    private long at(int goroutine, long ns) {
        long found = 0;
        int depth = -1;
        for (int r : regionsOf(goroutine)) {
            Region region = regions.get(r);
            if (region.startNs() > ns) {
                break;
            }
            if (region.endNs() >= ns && region.task() != 0 && region.depth() > depth) {
                found = region.task();
                depth = region.depth();
            }
        }
        return found != 0 ? found : begunAt(goroutine, ns);
    }

    private long begunAt(int goroutine, long ns) {
        long latest = -1;
        long found = 0;
        for (Task task : begunBy(goroutine)) {
            if (task.startNs() <= ns && task.endNs() >= ns && task.startNs() > latest) {
                latest = task.startNs();
                found = task.id();
            }
        }
        return found != 0 ? found : inherited.getOrDefault(goroutine, 0L);
    }
}
