package dev.faultline.views.timeline.lane;

import dev.faultline.model.Spans;
import dev.faultline.views.paint.Role;

/// What one goroutine did.
///
/// @param times its spans
/// @param words names its waits
/// @param states tells states apart
record GoroutineLane(Spans times, WaitWords words, StateRoles states) implements DerivedLane {
    @Override
    public Role role(int i) {
        return states.of(times, i);
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
