package dev.faultline.views.timeline.row;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.views.scale.TimeRange;

/// When goroutines of a group lived.
final class GroupLife {
    private GroupLife() {
    }

    /// From the first birth to the last end.
    static TimeRange of(TraceModel model, GoroutineGroup group) {
        Goroutines all = model.goroutines();
        long from = Long.MAX_VALUE;
        long to = 0;
        for (int i = 0; i < group.members().size(); i++) {
            from = Math.min(from, all.bornNs(group.members().getInt(i)));
            to = Math.max(to, all.endNs(group.members().getInt(i)));
        }
        return new TimeRange(Math.min(from, to), to);
    }
}
