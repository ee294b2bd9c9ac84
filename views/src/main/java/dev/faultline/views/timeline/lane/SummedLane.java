package dev.faultline.views.timeline.lane;

import dev.faultline.views.paint.Role;

/// A lane read off the event store, with sums.
record SummedLane(Lane lane, LaneSummary summary) implements Lane {
    @Override
    public int size() {
        return lane.size();
    }

    @Override
    public long start(int i) {
        return lane.start(i);
    }

    @Override
    public long end(int i) {
        return lane.end(i);
    }

    @Override
    public Role role(int i) {
        return lane.role(i);
    }

    @Override
    public int firstEndingAfter(long ns) {
        return lane.firstEndingAfter(ns);
    }

    @Override
    public String label(int i) {
        return lane.label(i);
    }
}
