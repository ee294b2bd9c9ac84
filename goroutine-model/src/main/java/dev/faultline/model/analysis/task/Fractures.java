package dev.faultline.model.analysis.task;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Regions;
import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.BitSet;

/// Where the context of a task was not passed on. What counts is every region that begins in a goroutine whose chain of
/// creators was inside a task, while that task is still open; lost is a region that belongs to no task then, unless its
/// goroutine has a task of its own open.
public final class Fractures {
    /// Chains of creators are followed so far; a damaged trace may let goroutines create each other in a circle.
    private static final int LONGEST_CHAIN = 1000;

    private final IntArrayList inTask = new IntArrayList();
    private final BitSet lost = new BitSet();
    private int unknown;

    /// Looks at all regions of a model.
    public Fractures(TraceModel model, TaskContexts contexts) {
        Regions regions = model.regions();
        Tasks tasks = model.tasks();
        for (int r = 0; r < regions.size(); r++) {
            if (!regions.began(r)) {
                continue;
            }
            int g = regions.goroutine(r);
            int task = contexts.inherited(g);
            if (task >= 0 && !(tasks.ended(task) && regions.startNs(r) >= tasks.endNs(task))) {
                inTask.add(r);
                lost.set(r, regions.task(r) == 0 && !contexts.inOwnTask(g, regions.startNs(r)));
            } else if (task < 0 && regions.task(r) == 0 && ancestryUnknown(model.goroutines(), g)) {
                unknown++;
            }
        }
    }

    private static boolean ancestryUnknown(Goroutines goroutines, int goroutine) {
        int g = goroutine;
        for (int i = 0; i < LONGEST_CHAIN && goroutines.creator(g) >= 0; i++) {
            g = goroutines.creator(g);
        }
        return goroutines.id(g) != 1;
    }

    /// Indices of the regions that count, ascending.
    public IntList regions() {
        return IntLists.unmodifiable(inTask);
    }

    /// Whether one of them lost its task.
    public boolean lost(int region) {
        return lost.get(region);
    }

    /// How many of them did.
    public int lostCount() {
        return lost.cardinality();
    }

    /// Share of [#lostCount] in [#regions], 0 to 1; 0 where none counts.
    public double rate() {
        return inTask.isEmpty() ? 0 : (double) lostCount() / inTask.size();
    }

    /// Number of regions without a task that do not count because the creators of their goroutine are older than the trace.
    public int unknown() {
        return unknown;
    }
}
