package dev.faultline.app.ui.table;

import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.PagedTable;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TableRows;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.app.ui.text.EventWords;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Names;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventStore;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import javafx.scene.Node;

/// All events of a trace in their order.
final class EventTable {
    private final PagedTable table;

    EventTable(TableHost host) {
        Trace trace = host.session().trace();
        TraceModel model = host.session().model();
        EventStore events = trace.events();
        EventWords words = new EventWords(trace);
        var columns = List.of(Column.time("Time", trace, events::time),
                Column.words("Event", 170, row -> events.type(row).goName()),
                Column.id("Goroutine",
                        row -> events.goroutine(row) < 0 ? "" : Names.goroutine(model, events.goroutine(row)),
                        row -> events.goroutine(row) < 0 ? -1 : trace.goroutines().id(events.goroutine(row))),
                Column.id("P", row -> events.proc(row) < 0 ? "" : Integer.toString(events.proc(row)), events::proc),
                Column.id("M",
                        row -> events.thread(row) < 0 ? "" : Long.toString(trace.threads().id(events.thread(row))),
                        row -> events.thread(row) < 0 ? -1 : trace.threads().id(events.thread(row))),
                Column.words("About", 80, words::subject), Column.words("Arguments", 260, words::arguments),
                Column.code("Where", 300, row -> words.place(events.stack(row))));
        table = new PagedTable(host, Tables.EVENTS, events.size(), columns,
                new TableRows(row -> thing(model, events, row), events::goroutine, events::stack));
    }

    /// What a goroutine did when the event happened.
    private static Thing thing(TraceModel model, EventStore events, int row) {
        int goroutine = events.goroutine(row);
        return goroutine < 0
                ? Thing.NOTHING
                : new Thing.Goroutine(goroutine, model.spans(goroutine).at(events.time(row)));
    }

    Node node() {
        return table.node();
    }

    void setFilter(String filter) {
        table.setFilter(filter);
    }
}
