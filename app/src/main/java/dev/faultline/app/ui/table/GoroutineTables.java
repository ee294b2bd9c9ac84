package dev.faultline.app.ui.table;

import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.GroupTotals;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TablePane;
import dev.faultline.app.ui.part.TableRows;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Places;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/// Goroutines, one by one and by creation site, with the time that each spent in each state and wait.
final class GoroutineTables {
    /// The waits that have a column of their own.
    private static final List<Kind> KINDS = List.of(
            new Kind("Chan send", WaitKind.CHAN_SEND), new Kind("Chan receive", WaitKind.CHAN_RECEIVE),
            new Kind("Select", WaitKind.SELECT), new Kind("Sync", WaitKind.SYNC, WaitKind.COND),
            new Kind("Network", WaitKind.NETWORK), new Kind("Sleep", WaitKind.SLEEP),
            new Kind("GC wait", WaitKind.GC),
            new Kind("Other wait", WaitKind.FOREVER, WaitKind.SYSTEM, WaitKind.COROUTINE, WaitKind.PREEMPTED,
                    WaitKind.UNKNOWN));

    private final TableHost host;
    private final TraceModel model;
    private final Goroutines all;

    private record Kind(String title, WaitKind... kinds) {
        long ns(Goroutines all, int g) {
            long sum = 0;
            for (WaitKind kind : kinds) {
                sum += all.waitingNs(g, kind);
            }
            return sum;
        }
    }

    GoroutineTables(TableHost host) {
        this.host = host;
        model = host.session().model();
        all = model.goroutines();
    }

    /// What is summed up for the groups, off the UI thread.
    ///
    /// @param waits by place in [#KINDS] and group
    record Sums(GroupTotals totals, long[][] waits) {}

    Sums sumUp() {
        List<GoroutineGroup> groups = model.groups();
        long[][] waits = new long[KINDS.size()][groups.size()];
        for (int i = 0; i < groups.size(); i++) {
            for (int m = 0; m < groups.get(i).members().size(); m++) {
                int g = groups.get(i).members().getInt(m);
                for (int k = 0; k < waits.length; k++) {
                    waits[k][i] += KINDS.get(k).ns(all, g);
                }
            }
        }
        return new Sums(GroupTotals.of(groups, all), waits);
    }

    TablePane groups(Sums sums) {
        List<GoroutineGroup> groups = model.groups();
        GroupTotals totals = sums.totals();
        List<Column> columns = new ArrayList<>(List.of(
                Column.code("Entry function", 260, i -> groups.get(i).name()),
                Column.code("Created at", 220, i -> Places.creation(model, groups.get(i))),
                Column.count("Goroutines", i -> groups.get(i).members().size()),
                Column.count("Alive at end", i -> groups.get(i).members().size() - totals.ended()[i])));
        columns.addAll(states(i -> totals.runningNs()[i], i -> totals.runnableNs()[i], i -> totals.syscallNs()[i],
                i -> totals.waitingNs()[i]));
        for (int k = 0; k < KINDS.size(); k++) {
            long[] waits = sums.waits()[k];
            columns.add(Column.duration(KINDS.get(k).title(), i -> waits[i]));
        }
        return host.table(Tables.GROUPS, groups.size(), columns, TableRows.ofGoroutines(
                i -> new Thing.Group(groups.get(i)), i -> groups.get(i).members().getInt(0))).sortedBy("Waiting");
    }

    TablePane goroutines() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.id("Goroutine", i -> Names.goroutine(all.id(i)), all::id),
                Column.code("Entry function", 260, all::name), Column.time("Created", model.trace(), all::bornNs),
                Column.duration("Lifetime", all::lifeNs),
                Column.words("End", 84, i -> all.ended(i) ? "exited" : "alive")));
        columns.addAll(states(all::runningNs, all::runnableNs, all::syscallNs, i -> GroupTotals.waitingNs(all, i)));
        for (Kind kind : KINDS) {
            columns.add(Column.duration(kind.title(), i -> kind.ns(all, i)));
        }
        return host.table(Tables.GOROUTINES, all.count(), columns,
                TableRows.ofGoroutines(i -> new Thing.Goroutine(i, -1), i -> i)).sortedBy("Waiting");
    }

    private static List<Column> states(IntToLongFunction running, IntToLongFunction runnable,
            IntToLongFunction syscall, IntToLongFunction waiting) {
        return List.of(Column.duration("Running", running), Column.duration("Runnable", runnable),
                Column.duration("Syscall", syscall), Column.duration("Waiting", waiting));
    }
}
