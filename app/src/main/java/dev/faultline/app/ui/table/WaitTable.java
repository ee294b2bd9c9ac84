package dev.faultline.app.ui.table;

import dev.faultline.app.ui.part.AsyncPart;
import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TablePane;
import dev.faultline.app.ui.part.TableRows;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Waits one by one, with what each was for and where.
final class WaitTable {
    private WaitTable() {
    }

    static Node of(TableHost host, Consumer<TablePane> made) {
        Session session = host.session();
        return AsyncPart.of(session, "Listing waits…", () -> WaitList.of(session.model()), waits -> waits.size() == 0
                ? Empty.of("No waits", "No goroutine waited while the trace was recorded.")
                : table(host, waits, made));
    }

    private static Node table(TableHost host, WaitList waits, Consumer<TablePane> made) {
        TraceModel model = host.session().model();
        Goroutines all = model.goroutines();
        var code = host.session().facts().code();
        var columns = List.of(
                Column.id("Goroutine", i -> Names.goroutine(all.id(waits.goroutine(i))),
                        i -> all.id(waits.goroutine(i))),
                Column.code("Entry function", 220, i -> all.name(waits.goroutine(i))),
                Column.words("State", 90, i -> waits.state(i).label()),
                Column.words("Waits for", 120, i -> waits.kind(i).label()),
                Column.time("Start", model.trace(), waits::startNs), Column.duration("Duration", waits::durationNs),
                Column.words("End", 84, i -> waits.open(i) ? "not ended" : "ended"),
                Column.code("Where", 280, i -> waits.stack(i) == 0 ? "" : code.ownPlace(waits.stack(i))));
        TablePane pane = host.table(Tables.WAITS, waits.size(), columns,
                new TableRows(i -> thing(model, waits, i), waits::goroutine, waits::stack));
        if (waits.size() < waits.all()) {
            pane.say("These are the longest; "
                    + Units.count(waits.all() - waits.size(), "shorter one is", "shorter ones are")
                    + " not listed.");
        }
        made.accept(pane);
        return pane.sortedBy("Duration").node();
    }

    private static Thing thing(TraceModel model, WaitList waits, int i) {
        return new Thing.Goroutine(waits.goroutine(i), model.spans(waits.goroutine(i)).at(waits.startNs(i)));
    }
}
