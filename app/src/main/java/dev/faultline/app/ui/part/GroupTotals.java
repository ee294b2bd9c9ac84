package dev.faultline.app.ui.part;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.WaitKind;
import java.util.List;

/// Sums over the goroutines of each group, by the group's place in a list. Times are nanoseconds.
public record GroupTotals(long[] before, long[] ended, long[] runningNs, long[] runnableNs, long[] syscallNs,
        long[] waitingNs) {
    public static GroupTotals of(List<GoroutineGroup> groups, Goroutines all) {
        int n = groups.size();
        var totals = new GroupTotals(new long[n], new long[n], new long[n], new long[n], new long[n], new long[n]);
        for (int i = 0; i < n; i++) {
            var members = groups.get(i).members();
            for (int m = 0; m < members.size(); m++) {
                totals.add(i, members.getInt(m), all);
            }
        }
        return totals;
    }

    private void add(int group, int goroutine, Goroutines all) {
        before[group] += all.bornBefore(goroutine) ? 1 : 0;
        ended[group] += all.ended(goroutine) ? 1 : 0;
        runningNs[group] += all.runningNs(goroutine);
        runnableNs[group] += all.runnableNs(goroutine);
        syscallNs[group] += all.syscallNs(goroutine);
        waitingNs[group] += waitingNs(all, goroutine);
    }

    /// Time that a goroutine waited for whatever.
    public static long waitingNs(Goroutines all, int goroutine) {
        long sum = 0;
        for (WaitKind kind : WaitKind.values()) {
            sum += all.waitingNs(goroutine, kind);
        }
        return sum;
    }
}
