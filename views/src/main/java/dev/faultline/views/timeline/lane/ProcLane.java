package dev.faultline.views.timeline.lane;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Names;
import dev.faultline.views.paint.Role;

/// What ran on one P. The runtime's own goroutines (GC workers above all) have their own colour.
///
/// @param times the P's spans
/// @param goroutines those of the trace
record ProcLane(ProcSpans times, Goroutines goroutines) implements DerivedLane {
    @Override
    public Role role(int i) {
        if (times.state(i) == GoState.SYSCALL) {
            return Role.SYSCALL;
        }
        int g = times.goroutine(i);
        return g < 0 ? Role.OTHER : goroutines.system(g) ? Role.GC : Role.RUNNING;
    }

    @Override
    public String label(int i) {
        int g = times.goroutine(i);
        return g < 0 ? "" : Names.goroutine(goroutines.id(g)) + " " + GoNames.shorten(goroutines.name(g), 24);
    }
}
