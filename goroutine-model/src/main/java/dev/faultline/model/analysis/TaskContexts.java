package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In which task a goroutine was at a time, by its regions, by the tasks that it began itself, and by what its creator was
/// doing when it created it.
public final class TaskContexts {
    private final Goroutines goroutines;
    private final Long2ObjectOpenHashMap<Task> tasks = new Long2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<List<Task>> begunBy = new Int2ObjectOpenHashMap<>();
    private final int[] firstRegion;
    private final int[] regions;
    private final int[] around;
    private final long[] starts;
    private final long[] ends;
    private final long[] taskOf;
    private final long[] inherited;
    private final LongOpenHashSet stillWorkedFor = new LongOpenHashSet();

    TaskContexts(TraceModel model) {
        goroutines = model.goroutines();
        List<Region> all = model.regions();
        int n = goroutines.count();
        int count = all.size();
        for (Task task : model.tasks()) {
            tasks.put(task.id(), task);
            if (task.creator() >= 0) {
                begunBy.computeIfAbsent(task.creator(), key -> new ArrayList<>(2)).add(task);
            }
        }
        firstRegion = new int[n + 1];
        regions = new int[count];
        around = new int[count];
        starts = new long[count];
        ends = new long[count];
        taskOf = new long[count];
        sort(all, n);
        inherited = new long[n];
        inherit(model.tasks().isEmpty());
    }

    private void sort(List<Region> all, int n) {
        int[] owner = new int[all.size()];
        for (int r = 0; r < owner.length; r++) {
            Region region = all.get(r);
            owner[r] = region.goroutine();
            starts[r] = region.startNs();
            ends[r] = region.endNs();
            taskOf[r] = region.task();
            firstRegion[owner[r] + 1]++;
        }
        for (int g = 0; g < n; g++) {
            firstRegion[g + 1] += firstRegion[g];
        }
        int[] next = firstRegion.clone();
        for (int r = 0; r < owner.length; r++) {
            int at = next[owner[r]]++;
            regions[at] = r;
            around[r] = at > firstRegion[owner[r]] ? enclosing(regions[at - 1], starts[r]) : -1;
        }
    }

    /// The innermost region from `r` outwards that is still open at a time.
    private int enclosing(int r, long ns) {
        int at = r;
        while (at >= 0 && ends[at] < ns) {
            at = around[at];
        }
        return at;
    }

    /// Creators stand before those whom they create, but ids may be reused for the index order of old goroutines: chains
    /// are followed to a goroutine that is done.
    private void inherit(boolean noTasks) {
        if (noTasks) {
            return;
        }
        java.util.BitSet done = new java.util.BitSet();
        IntArrayList chain = new IntArrayList();
        for (int start = 0; start < inherited.length; start++) {
            for (int g = start; g >= 0 && !done.get(g); g = goroutines.creator(g)) {
                done.set(g);
                chain.add(g);
            }
            while (!chain.isEmpty()) {
                int g = chain.popInt();
                int creator = goroutines.creator(g);
                inherited[g] = creator < 0 ? 0 : at(creator, goroutines.bornNs(g));
                if (!goroutines.ended(g) && inherited[g] != 0) {
                    stillWorkedFor.add(inherited[g]);
                }
            }
        }
    }

    /// The task of an id, null when the trace does not know it.
    public @Nullable Task task(long id) {
        return tasks.get(id);
    }

    /// Indices of a goroutine's regions in order of their begin.
    public IntList regionsOf(int goroutine) {
        return IntArrayList.wrap(regions).subList(firstRegion[goroutine], firstRegion[goroutine + 1]);
    }

    /// Tasks that a goroutine began, in order of their begin.
    public List<Task> begunBy(int goroutine) {
        return begunBy.getOrDefault(goroutine, List.of());
    }

    /// The id of the task in which the creator of a goroutine was when it created it; 0 for none or unknown.
    public long inherited(int goroutine) {
        return inherited[goroutine];
    }

    /// Whether a goroutine that was started within the task lives on at the end of the trace.
    public boolean stillWorkedFor(long task) {
        return stillWorkedFor.contains(task);
    }

    /// The id of the task that a goroutine works for at a time; 0 for none or unknown.
    ///
    /// @param ns nanoseconds since the trace's first event
    public long at(int goroutine, long ns) {
        int low = firstRegion[goroutine];
        int high = firstRegion[goroutine + 1];
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (starts[regions[mid]] <= ns) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        int r = low == firstRegion[goroutine] ? -1 : enclosing(regions[low - 1], ns);
        while (r >= 0 && taskOf[r] == 0) {
            r = enclosing(around[r], ns);
        }
        return r >= 0 ? taskOf[r] : begunAt(goroutine, ns);
    }

    private long begunAt(int goroutine, long ns) {
        List<Task> begun = begunBy(goroutine);
        int low = 0;
        int high = begun.size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (begun.get(mid).startNs() <= ns) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        // a goroutine works for one task at a time; older ones that are still open are looked at, but not for ever
        for (int i = low - 1; i >= Math.max(0, low - 8); i--) {
            if (begun.get(i).endNs() >= ns) {
                return begun.get(i).id();
            }
        }
        return inherited[goroutine];
    }
}
