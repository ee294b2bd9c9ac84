package dev.faultline.app.ui.page;

import dev.faultline.model.Region;
import dev.faultline.model.TraceModel;
import java.util.BitSet;

/// How often the story of a task breaks at a `go` statement.
///
/// @param children regions in goroutines that were created, directly or through others, inside a region of a task
/// @param lost those of them that belong to no task
record Fractures(long children, long lost) {
    private static final int GENERATIONS = 64;

    static Fractures of(TraceModel model) {
        var asked = new BitSet();
        var inTask = new BitSet();
        long children = 0;
        long lost = 0;
        for (Region region : model.regions()) {
            int g = region.goroutine();
            if (g < 0) {
                continue;
            }
            if (!asked.get(g)) {
                asked.set(g);
                inTask.set(g, createdInTask(model, g));
            }
            if (inTask.get(g)) {
                children++;
                lost += region.task() == 0 ? 1 : 0;
            }
        }
        return new Fractures(children, lost);
    }

    double rate() {
        return children == 0 ? 0 : (double) lost / children;
    }

    private static boolean createdInTask(TraceModel model, int goroutine) {
        int g = goroutine;
        for (int i = 0; i < GENERATIONS; i++) {
            int around = model.inheritedRegion(g);
            if (around < 0) {
                return false;
            }
            Region region = model.regions().get(around);
            if (region.task() != 0) {
                return true;
            }
            g = region.goroutine();
        }
        return false;
    }
}
