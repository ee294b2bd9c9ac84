package dev.faultline.views.timeline.lane;

import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.row.Strand;

/// What a line under an unfolded one shows.
record StrandLane(Strand times) implements DerivedLane {
    @Override
    public Role role(int i) {
        return times.role(i);
    }

    @Override
    public String label(int i) {
        return times.label(i);
    }
}
