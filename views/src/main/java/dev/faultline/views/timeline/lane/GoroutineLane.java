package dev.faultline.views.timeline.lane;

import dev.faultline.model.Spans;
import dev.faultline.views.paint.Role;

/// What one goroutine did.
///
/// @param times its spans
/// @param words names its waits
record GoroutineLane(Spans times, WaitWords words) implements DerivedLane {
    @Override
    public Role role(int i) {
        return Role.of(times.state(i), times.wait(i));
    }

    @Override
    public int firstEndingAfter(long ns) {
        if (size() == 0 || ns < times.start(0)) {
            return 0;
        }
        int at = times.at(ns);
        return at < 0 ? size() : at;
    }

    @Override
    public String label(int i) {
        return words.of(times, i);
    }
}
