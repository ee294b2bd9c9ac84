package dev.faultline.views.timeline.lane;

import dev.faultline.model.Task;
import dev.faultline.views.paint.Role;

/// The one interval of a user task.
record TaskLane(Task task) implements Lane {
    @Override
    public int size() {
        return 1;
    }

    @Override
    public long start(int i) {
        return task.startNs();
    }

    @Override
    public long end(int i) {
        return task.endNs();
    }

    @Override
    public Role role(int i) {
        return Role.TASK;
    }

    @Override
    public int firstEndingAfter(long ns) {
        return task.endNs() > ns ? 0 : 1;
    }
}
