package dev.faultline.views.timeline.lane;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.task.CriticalPath.Cost;
import dev.faultline.model.analysis.task.CriticalPath.Step;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Names;
import dev.faultline.views.paint.Role;
import java.util.List;

/// The steps of a critical path, on whichever goroutine they are.
///
/// @param steps in the order of time
/// @param goroutines those of the trace
public record PathLane(List<Step> steps, Goroutines goroutines) implements Lane {
    @Override
    public int size() {
        return steps.size();
    }

    @Override
    public long start(int i) {
        return steps.get(i).fromNs();
    }

    @Override
    public long end(int i) {
        return steps.get(i).toNs();
    }

    @Override
    public Role role(int i) {
        return role(steps.get(i).cost());
    }

    /// The colour of what time is spent on.
    public static Role role(Cost cost) {
        return switch (cost) {
            case RUNNING -> Role.RUNNING;
            case QUEUE -> Role.RUNNABLE;
            case SYSCALL -> Role.SYSCALL;
            case NETWORK -> Role.NETWORK;
            case SLEEP -> Role.SLEEP;
            case CHANNEL -> Role.CHANNEL;
            case LOCK -> Role.SYNC;
            case ASSIST -> Role.GC;
            case STOPPED -> Role.STW;
            case OTHER -> Role.OTHER;
        };
    }

    @Override
    public String label(int i) {
        int g = steps.get(i).goroutine();
        return Names.goroutine(goroutines.id(g)) + " " + GoNames.shorten(goroutines.name(g), 24);
    }
}
