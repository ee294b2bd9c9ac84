package dev.faultline.views.timeline.row;

import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;

/// When the work for a task was done, which may be after the end of the task.
public final class TaskWork {
    private TaskWork() {
    }

    /// When the last region of a task ended, nanoseconds since the trace's first event; its own end when none outlived
    /// it.
    public static long endNs(TraceModel model, Task task) {
        long last = task.endNs();
        if (task.ended()) {
            for (int r : task.regions()) {
                Region region = model.regions().get(r);
                last = Math.max(last, region.endNs());
            }
        }
        return last;
    }
}
