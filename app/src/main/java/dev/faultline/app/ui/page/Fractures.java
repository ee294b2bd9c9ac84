package dev.faultline.app.ui.page;

import dev.faultline.app.ui.text.Lookup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Region;
import dev.faultline.model.TraceModel;

/// How often the story of a task breaks at a `go` statement.
///
/// @param children regions in goroutines that were created, directly or through others, inside a region of a task
/// @param lost those of them that belong to no task
record Fractures(long children, long lost) {
    private static final int GENERATIONS = 64;

    static Fractures of(TraceModel model) {
        var lookup = new Lookup(model);
        long children = 0;
        long lost = 0;
        for (Region region : model.regions()) {
            if (createdInTask(model.goroutines(), lookup, region.goroutine())) {
                children++;
                lost += region.task() == 0 ? 1 : 0;
            }
        }
        return new Fractures(children, lost);
    }

    double rate() {
        return children == 0 ? 0 : (double) lost / children;
    }

    private static boolean createdInTask(Goroutines goroutines, Lookup lookup, int goroutine) {
        int g = goroutine;
        for (int i = 0; i < GENERATIONS; i++) {
            int creator = goroutines.creator(g);
            if (creator < 0) {
                return false;
            }
            long born = goroutines.bornNs(g);
            Region around = lookup.regionAt(creator, born);
            if (around != null && around.task() != 0) {
                return true;
            }
            g = creator;
        }
        return false;
    }
}
