package dev.faultline.views.report.content;

import dev.faultline.model.GoState;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.views.paint.Role;
import java.util.Comparator;
import java.util.List;

/// Time by state of the goroutines of one creation site.
///
/// @param group whose
/// @param ns nanoseconds by [Role#ordinal], over all members
record GroupTimes(GoroutineGroup group, double[] ns) {
    /// Of all groups, the program's own first, those with the most time first.
    static List<GroupTimes> of(TraceModel model) {
        return model.groups().parallelStream().map(group -> of(model.goroutines(), group))
                .sorted(Comparator.comparing((GroupTimes t) -> t.group.system())
                        .thenComparing(Comparator.comparingDouble(GroupTimes::totalNs).reversed())
                        .thenComparing(t -> t.group.index()))
                .toList();
    }

    private static GroupTimes of(Goroutines all, GoroutineGroup group) {
        double[] ns = new double[Role.values().length];
        for (int i = 0; i < group.members().size(); i++) {
            int g = group.members().getInt(i);
            ns[Role.RUNNING.ordinal()] += all.runningNs(g);
            ns[Role.RUNNABLE.ordinal()] += all.runnableNs(g);
            ns[Role.SYSCALL.ordinal()] += all.syscallNs(g);
            for (WaitKind wait : WaitKind.values()) {
                if (wait != WaitKind.NONE) {
                    ns[Role.of(GoState.WAITING, wait).ordinal()] += all.waitingNs(g, wait);
                }
            }
        }
        return new GroupTimes(group, ns);
    }

    double ns(Role role) {
        return ns[role.ordinal()];
    }

    double totalNs() {
        double sum = 0;
        for (double part : ns) {
            sum += part;
        }
        return sum;
    }

    double waitingNs() {
        double sum = 0;
        for (Role role : Role.values()) {
            sum += role.waits() ? ns(role) : 0;
        }
        return sum;
    }
}
