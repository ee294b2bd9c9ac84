package dev.faultline.model.reconstruct;

import dev.faultline.trace.event.EventCursor;
import java.util.Arrays;

/// What goroutines inherit at their creation: the region that their creator was in, and the task that it worked for.
final class Inheritance {
    private final RegionBuilder regions;
    private final TaskBuilder tasks;
    /// Region that was open around the goroutine's creation, or that its creator inherited, plus 1; 0 when none.
    int[] region = {};
    /// The task, plus 1; 0 when none.
    int[] task = {};

    Inheritance(RegionBuilder regions, TaskBuilder tasks) {
        this.regions = regions;
        this.tasks = tasks;
    }

    /// A goroutine is created.
    void created(EventCursor e) {
        int creator = e.goroutine();
        if (creator < 0) {
            return;
        }
        int node = regions.open.top(creator);
        region = put(region, e.subject(), node != OpenRegions.NONE ? regions.open.region[node] : region(creator));
        task = put(task, e.subject(), taskOf(creator));
    }

    /// Index of the task that a goroutine works for now, -1 for none.
    private int taskOf(int g) {
        OpenRegions open = regions.open;
        for (int node = open.top(g); node != OpenRegions.NONE; node = open.around(node)) {
            if (open.task[node] != 0) {
                return tasks.indexOf(open.task[node]);
            }
        }
        int own = tasks.open(g);
        return own >= 0 ? own : task(g);
    }

    private static int[] put(int[] column, int g, int value) {
        int[] grown = value >= 0 && g >= column.length
                ? Arrays.copyOf(column, Math.max(g + 1, column.length * 3 / 2))
                : column;
        if (g < grown.length) {
            grown[g] = value + 1;
        }
        return grown;
    }

    /// Index of the region in which a goroutine's creation, or that of its creator and so on, took place; -1 for none.
    int region(int goroutine) {
        return goroutine < region.length ? region[goroutine] - 1 : -1;
    }

    /// Index of the task for which a goroutine was created, -1 for none.
    int task(int goroutine) {
        return goroutine < task.length ? task[goroutine] - 1 : -1;
    }
}
