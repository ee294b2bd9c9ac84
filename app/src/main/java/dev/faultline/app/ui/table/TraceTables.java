package dev.faultline.app.ui.table;

import dev.faultline.app.ui.part.AsyncPart;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.RunTable;
import dev.faultline.app.ui.part.Switcher;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TablePane;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;

/// All tables of a trace, each behind its word.
public final class TraceTables {
    private final TableHost host;
    private final Switcher switcher;
    private final Map<String, Consumer<String>> filters = new HashMap<>();
    /// Filters for tables that are still being made.
    private final Map<String, String> wanted = new HashMap<>();

    /// @param switcher takes the tables
    public TraceTables(TableHost host, Switcher switcher) {
        this.host = host;
        this.switcher = switcher;
        Session session = host.session();
        TraceModel model = session.model();
        var goroutines = new GoroutineTables(host);
        var runtime = new RuntimeTables(host);
        switcher.add(Tables.GROUPS, model.groups().size(), "goroutines by creation site",
                () -> AsyncPart.of(session, "Summing up goroutines…", goroutines::sumUp,
                        sums -> take(Tables.GROUPS, goroutines.groups(sums))));
        switcher.add(Tables.GOROUTINES, model.goroutines().count(), "goroutines",
                () -> take(Tables.GOROUTINES, goroutines.goroutines()));
        switcher.add(Tables.WAIT_SITES, () -> WaitSiteTable.of(host, pane -> take(Tables.WAIT_SITES, pane)));
        switcher.add(Tables.WAITS, () -> WaitTable.of(host, pane -> take(Tables.WAITS, pane)));
        switcher.add(Tables.STACKS, () -> StackTable.of(host, pane -> take(Tables.STACKS, pane)));
        switcher.add(Tables.TASKS, () -> AsyncPart.of(session, "Listing tasks and requests…",
                () -> RunTable.of(session.facts()), runs -> tasks(runtime, runs)));
        switcher.add(Tables.REGIONS, model.regions().size(), "regions: the program does not call trace.StartRegion",
                () -> take(Tables.REGIONS, runtime.regions()));
        switcher.add(Tables.THREADS, session.trace().threads().size(), "threads",
                () -> ThreadTable.of(host, pane -> take(Tables.THREADS, pane)));
        switcher.add(Tables.CYCLES, model.ranges(Range.Kind.GC_MARK).size(),
                "GC cycles: the GC did not run while the trace was recorded",
                () -> take(Tables.CYCLES, runtime.cycles()));
        switcher.add(Tables.PAUSES, model.ranges(Range.Kind.STW).size(),
                "stop-the-world pauses: the world was not stopped while the trace was recorded",
                () -> take(Tables.PAUSES, runtime.pauses()));
        switcher.add(Tables.ASSISTS, model.ranges(Range.Kind.MARK_ASSIST).size(),
                "mark assists: no goroutine had to assist the GC", () -> take(Tables.ASSISTS, runtime.assists()));
        switcher.add(Tables.EVENTS, session.trace().events().size(), "events", () -> {
            EventTable events = new EventTable(host);
            filtered(Tables.EVENTS, events::setFilter);
            return events.node();
        });
    }

    /// Shows a table with a filter.
    ///
    /// @param table one of [Tables]
    public void show(String table, String filter) {
        wanted.put(table, filter);
        switcher.show(table);
        Consumer<String> known = filters.get(table);
        if (known != null) {
            wanted.remove(table);
            known.accept(filter);
        }
    }

    private Node tasks(RuntimeTables runtime, RunTable runs) {
        return runs.size() == 0
                ? Empty.of("No tasks",
                        "The program does not call trace.NewTask, and stacks show no requests, tests or workers' items.")
                : take(Tables.TASKS, runtime.tasks(runs));
    }

    private Node take(String name, TablePane pane) {
        filtered(name, pane::setFilter);
        return pane.node();
    }

    private void filtered(String name, Consumer<String> set) {
        filters.put(name, set);
        String filter = wanted.remove(name);
        if (filter != null) {
            set.accept(filter);
        }
    }
}
