package dev.faultline.app.ui.table;

import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.RunTable;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TablePane;
import dev.faultline.app.ui.part.TableRows;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.model.Range;
import dev.faultline.model.Regions;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Names;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.List;

/// Tasks, regions, collections, pauses and mark assists.
final class RuntimeTables {
    private final TableHost host;
    private final TraceModel model;

    RuntimeTables(TableHost host) {
        this.host = host;
        model = host.session().model();
    }

    TablePane tasks(RunTable runs) {
        List<Task> tasks = model.tasks();
        List<Column> columns = new ArrayList<>(runs.columns());
        columns.add(Column.count("Logs", i -> i < tasks.size() ? tasks.get(i).logs().size() : 0));
        return host.table(Tables.TASKS, runs.size(), columns, runs.rows()).sortedBy("Duration");
    }

    TablePane regions() {
        Regions regions = model.regions();
        var columns = List.of(Column.words("Region", 240, regions::name),
                Column.id("Goroutine",
                        i -> regions.goroutine(i) < 0 ? "" : Names.goroutine(model, regions.goroutine(i)),
                        i -> regions.goroutine(i) < 0 ? -1 : model.goroutines().id(regions.goroutine(i))),
                Column.id("Task", i -> regions.task(i) == 0 ? "none" : "#" + regions.task(i), regions::task),
                Column.time("Start", model.trace(), regions::startNs), Column.duration("Duration", regions::durationNs),
                Column.words("End", 110, i -> regions.ended(i) ? "ended" : "not ended"));
        return host.table(Tables.REGIONS, regions.size(), columns, new TableRows(
                i -> new Thing.UserRegion(regions.get(i)), regions::goroutine, regions::beginStack))
                .sortedBy("Duration");
    }

    TablePane cycles() {
        List<Range> cycles = model.ranges(Range.Kind.GC_MARK);
        var columns = List.of(Column.count("Cycle", i -> cycles.get(i).a()),
                Column.time("Start", model.trace(), i -> cycles.get(i).startNs()),
                Column.duration("Mark phase", i -> cycles.get(i).durationNs()),
                Column.words("Started by", 300, i -> by(cycles.get(i))));
        return host.table(Tables.CYCLES, cycles.size(), columns, rows(cycles)).sortedBy("Mark phase");
    }

    TablePane pauses() {
        List<Range> pauses = model.ranges(Range.Kind.STW);
        var columns = List.of(Column.words("Reason", 260, i -> pauses.get(i).reason()),
                Column.time("Start", model.trace(), i -> pauses.get(i).startNs()),
                Column.duration("Duration", i -> pauses.get(i).durationNs()),
                Column.code("By", 300, i -> by(pauses.get(i))));
        return host.table(Tables.PAUSES, pauses.size(), columns, rows(pauses)).sortedBy("Duration");
    }

    TablePane assists() {
        List<Range> assists = model.ranges(Range.Kind.MARK_ASSIST);
        var columns = List.of(Column.code("Goroutine", 300, i -> by(assists.get(i))),
                Column.time("Start", model.trace(), i -> assists.get(i).startNs()),
                Column.duration("Duration", i -> assists.get(i).durationNs()));
        return host.table(Tables.ASSISTS, assists.size(), columns, rows(assists)).sortedBy("Duration");
    }

    private static TableRows rows(List<Range> ranges) {
        return new TableRows(i -> new Thing.RuntimeRange(ranges.get(i)), i -> ranges.get(i).goroutine(),
                i -> ranges.get(i).stack());
    }

    private String by(Range range) {
        return range.goroutine() < 0 ? "" : Names.goroutineWithFunction(model, range.goroutine());
    }
}
