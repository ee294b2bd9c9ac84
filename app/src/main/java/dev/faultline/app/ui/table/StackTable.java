package dev.faultline.app.ui.table;

import dev.faultline.app.ui.part.AsyncPart;
import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TablePane;
import dev.faultline.app.ui.part.TableRows;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Places;
import dev.faultline.trace.event.Stacks;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;

/// Stacks at which goroutines waited, ran into the run queue or called the system. A row leads to the longest.
final class StackTable {
    private StackTable() {
    }

    static Node of(TableHost host, Consumer<TablePane> made) {
        Session session = host.session();
        return AsyncPart.of(session, "Summing up stacks…", () -> StackSums.of(session.model()),
                sums -> sums.size() == 0
                        ? Empty.of("No stacks", "The trace has no stack at which a goroutine waited.")
                        : table(host, sums, made));
    }

    private static Node table(TableHost host, StackSums sums, Consumer<TablePane> made) {
        TraceModel model = host.session().model();
        Stacks stacks = model.trace().stacks();
        var code = host.session().facts().code();
        double whole = IntStream.range(0, sums.size()).mapToDouble(sums::totalNs).sum();
        var columns = List.of(Column.code("Where", 280, i -> code.ownPlace(sums.stack(i))),
                Column.code("Innermost", 220, i -> stacks.depth(sums.stack(i)) == 0
                        ? ""
                        : Places.function(stacks.frame(stacks.frameId(sums.stack(i), 0)))),
                Column.words("State", 84, i -> sums.state(i).label()),
                Column.words("Waits for", 110, i -> sums.kind(i).label()),
                Column.count("Count", sums::count), Column.duration("Total", sums::totalNs),
                Column.share("Share", i -> whole == 0 ? 0 : sums.totalNs(i) / whole),
                Column.duration("Median", i -> sums.quantileNs(i, 0)),
                Column.duration("p95", i -> sums.quantileNs(i, 1)),
                Column.duration("p99", i -> sums.quantileNs(i, 2)), Column.duration("Max", i -> sums.quantileNs(i, 3)),
                Column.count("Depth", i -> stacks.depth(sums.stack(i))));
        TablePane pane = host.table(Tables.STACKS, sums.size(), columns, new TableRows(
                i -> new Thing.Goroutine(sums.longestOf(i), model.spans(sums.longestOf(i)).at(sums.longestAtNs(i))),
                null,
                sums::stack));
        made.accept(pane);
        return pane.sortedBy("Total").node();
    }
}
