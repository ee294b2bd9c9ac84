package dev.faultline.app.ui.page;

import dev.faultline.app.ui.part.AsyncPart;
import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.DenseTable;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.GroupTotals;
import dev.faultline.app.ui.part.RunTable;
import dev.faultline.app.ui.part.Switcher;
import dev.faultline.app.ui.part.WaitSiteTable;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Range;
import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Places;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Node;

/// All objects of a trace as tables.
final class TablesPage {
    private final Session session;
    private final Goroutines all;
    private final Switcher node = new Switcher();

    TablesPage(Session session) {
        this.session = session;
        all = session.model().goroutines();
        var model = session.model();
        List<GoroutineGroup> groups = model.groups();
        node.add("Groups", groups.size(), "goroutines by creation site", () -> AsyncPart.of(session,
                "Summing up goroutines…", () -> GroupTotals.of(groups, all), sums -> groups(groups, sums)));
        node.add("Goroutines", all.count(), "goroutines", this::goroutines);
        node.add("Wait sites", () -> WaitSiteTable.of(session));
        node.add("Tasks", () -> AsyncPart.of(session, "Listing tasks and requests…",
                () -> RunTable.of(session.facts()), this::tasks));
        node.add("Regions", model.regions().size(), "regions: the program does not call trace.StartRegion",
                () -> regions(model.regions()));
        List<Range> cycles = model.ranges(Range.Kind.GC_MARK);
        node.add("GC cycles", cycles.size(), "GC cycles: the GC did not run while the trace was recorded",
                () -> cycles(cycles));
        List<Range> pauses = model.ranges(Range.Kind.STW);
        node.add("Pauses", pauses.size(),
                "stop-the-world pauses: the world was not stopped while the trace was recorded", () -> pauses(pauses));
        List<Range> assists = model.ranges(Range.Kind.MARK_ASSIST);
        node.add("Mark assists", assists.size(), "mark assists: no goroutine had to assist the GC",
                () -> assists(assists));
        node.showFirst();
    }

    Node node() {
        return node.node();
    }

    private Node groups(List<GoroutineGroup> groups, GroupTotals sums) {
        var columns = List.of(Column.code("Entry function", 300, i -> groups.get(i).name()),
                Column.code("Created at", 260, i -> Places.creation(session.model(), groups.get(i))),
                Column.count("Goroutines", i -> groups.get(i).members().size()),
                Column.count("Alive at end", i -> groups.get(i).members().size() - sums.ended()[i]),
                Column.duration("Running", i -> sums.runningNs()[i]),
                Column.duration("Runnable", i -> sums.runnableNs()[i]),
                Column.duration("Syscall", i -> sums.syscallNs()[i]),
                Column.duration("Waiting", i -> sums.waitingNs()[i]));
        return table(groups.size(), columns, i -> new Thing.Group(groups.get(i))).sortedBy("Waiting").node();
    }

    private Node goroutines() {
        var columns = List.of(
                new Column("Goroutine", 84, Column.Format.FIGURE, i -> Names.goroutine(all.id(i)),
                        Column.Keys.of(all::id)),
                Column.code("Entry function", 300, all::name), Column.time("Created", session.trace(), all::bornNs),
                Column.duration("Lifetime", i -> all.endNs(i) - all.bornNs(i)),
                Column.words("End", 84, i -> all.ended(i) ? "exited" : "alive"),
                Column.duration("Running", all::runningNs), Column.duration("Runnable", all::runnableNs),
                Column.duration("Syscall", all::syscallNs),
                Column.duration("Waiting", i -> GroupTotals.waitingNs(all, i)));
        return table(all.count(), columns, i -> new Thing.Goroutine(i, -1)).sortedBy("Waiting").node();
    }

    private Node tasks(RunTable runs) {
        if (runs.size() == 0) {
            return Empty.of("No tasks",
                    "The program does not call trace.NewTask, and stacks show no requests, tests or workers' items.");
        }
        List<Task> tasks = session.model().tasks();
        List<Column> columns = new ArrayList<>(runs.columns());
        columns.add(Column.count("Logs", i -> i < tasks.size() ? tasks.get(i).logs().size() : 0));
        return table(runs.size(), columns, runs::thing).sortedBy("Duration").node();
    }

    private Node regions(List<Region> regions) {
        var columns = List.of(Column.words("Region", 240, i -> regions.get(i).name()),
                Column.words("Goroutine", 96, i -> Names.goroutine(all.id(regions.get(i).goroutine()))),
                Column.words("Task", 110, i -> regions.get(i).task() == 0 ? "none" : "#" + regions.get(i).task()),
                Column.time("Start", session.trace(), i -> regions.get(i).startNs()),
                Column.duration("Duration", i -> regions.get(i).durationNs()),
                Column.words("End", 110, i -> regions.get(i).ended() ? "ended" : "not ended"));
        return table(regions.size(), columns, i -> new Thing.UserRegion(regions.get(i))).sortedBy("Duration")
                .node();
    }

    private Node cycles(List<Range> cycles) {
        var columns = List.of(Column.count("Cycle", i -> cycles.get(i).a()),
                Column.time("Start", session.trace(), i -> cycles.get(i).startNs()),
                Column.duration("Mark phase", i -> cycles.get(i).durationNs()),
                Column.words("Started by", 300, i -> by(cycles.get(i))));
        return table(cycles.size(), columns, i -> new Thing.RuntimeRange(cycles.get(i))).sortedBy("Mark phase").node();
    }

    private Node pauses(List<Range> pauses) {
        var columns = List.of(Column.words("Reason", 260, i -> pauses.get(i).reason()),
                Column.time("Start", session.trace(), i -> pauses.get(i).startNs()),
                Column.duration("Duration", i -> pauses.get(i).durationNs()),
                Column.code("By", 300, i -> by(pauses.get(i))));
        return table(pauses.size(), columns, i -> new Thing.RuntimeRange(pauses.get(i))).sortedBy("Duration").node();
    }

    private Node assists(List<Range> assists) {
        var columns = List.of(Column.code("Goroutine", 300, i -> by(assists.get(i))),
                Column.time("Start", session.trace(), i -> assists.get(i).startNs()),
                Column.duration("Duration", i -> assists.get(i).durationNs()));
        return table(assists.size(), columns, i -> new Thing.RuntimeRange(assists.get(i))).sortedBy("Duration")
                .node();
    }

    private String by(Range range) {
        return range.goroutine() < 0 ? "" : Names.goroutineWithFunction(session.model(), range.goroutine());
    }

    private DenseTable table(int size, List<Column> columns, IntFunction<Thing> thing) {
        return new DenseTable(size, columns,
                new DenseTable.Actions(i -> session.selection().select(thing.apply(i)),
                        i -> session.jump(new Jump.ToThing(thing.apply(i))), session::attach));
    }
}
