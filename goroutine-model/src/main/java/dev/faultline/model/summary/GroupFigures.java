package dev.faultline.model.summary;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import java.util.Comparator;
import java.util.List;

/// Summed times of a group's goroutines, in nanoseconds.
///
/// @param name of the entry function
/// @param count number of goroutines
/// @param alive those that are there at the trace's end
record GroupFigures(String name, int count, int alive, long runningNs, long runnableNs, long waitingNs) {
    private static final Comparator<GoroutineGroup> ORDER = Comparator
            .comparingInt((GoroutineGroup g) -> g.system() ? 1 : 0).thenComparing(g -> -g.members().size())
            .thenComparing(GoroutineGroup::index);

    /// The largest groups, the runtime's own behind all others.
    static List<GroupFigures> largest(TraceModel model, int most) {
        return model.groups().stream().sorted(ORDER).limit(most).map(g -> of(model.goroutines(), g)).toList();
    }

    private static GroupFigures of(Goroutines goroutines, GoroutineGroup group) {
        Sums sums = new Sums();
        group.members().forEach(g -> sums.add(goroutines, g));
        return new GroupFigures(group.name(), group.members().size(), sums.alive, sums.running, sums.runnable,
                sums.waiting);
    }

    private static final class Sums {
        private int alive;
        private long running;
        private long runnable;
        private long waiting;
        /// One for all goroutines: there may be hundreds of thousands.
        private final Goroutines.WaitVisitor booking = (reason, kind, ns) -> waiting += kind == WaitKind.NONE ? 0 : ns;

        private void add(Goroutines goroutines, int g) {
            alive += goroutines.ended(g) ? 0 : 1;
            running += goroutines.runningNs(g);
            runnable += goroutines.runnableNs(g);
            goroutines.waits(g, booking);
        }
    }
}
