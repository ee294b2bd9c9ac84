package dev.faultline.app.ui.page;

import dev.faultline.app.ui.part.AsyncPart;
import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.DenseTable;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.PageHead;
import dev.faultline.app.ui.part.SpanTotals;
import dev.faultline.app.ui.part.SpanType;
import dev.faultline.app.ui.part.Tile;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.Task;
import dev.faultline.model.analysis.task.Fractures;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Tasks and regions by name: how long they took, how many lost their task.
final class SpansPage {
    private static final int KINDS = 8;
    /// Two tables of kinds fit side by side from this width on, px.
    private static final double WIDE = 1400;
    private static final double GAP = 16;

    private final Session session;
    private final Node node;

    SpansPage(Session session) {
        this.session = session;
        List<Task> tasks = session.model().tasks();
        var regions = session.model().regions();
        if (tasks.isEmpty() && regions.isEmpty()) {
            node = Empty.of("No tasks and no regions",
                    "The program uses neither. With runtime/trace.NewTask, WithRegion and StartRegion this page shows how"
                            + " long each request took and which work lost its task.");
            return;
        }
        node = AsyncPart.of(session, "Summing up tasks and regions…", () -> SpanTotals.of(session.facts()),
                this::content);
    }

    private Node content(SpanTotals totals) {
        Node kinds = besideIfWide(
                part("Tasks by name", headline(totals.tasks().size(), "task"), taskTypes(totals.taskTypes())),
                part("Regions by name", headline(totals.regions(), "region"), regionTypes(totals.regionTypes())));
        var box = new VBox(fractures(totals), kinds, PageHead.of("Longest tasks", "double click to show one"),
                longest(totals.tasks()));
        VBox.setVgrow(box.getChildren().getLast(), Priority.ALWAYS);
        box.getStyleClass().addAll("page", "stacked");
        return box;
    }

    Node node() {
        return node;
    }

    private static Node fractures(SpanTotals totals) {
        Fractures fractures = totals.fractures();
        int regions = fractures.regions().size();
        String unknown = fractures.unknown() == 0
                ? ""
                : "; " + Units.count(fractures.unknown()) + " more in goroutines of unknown creators";
        var tiles = new HBox(
                Tile.of("tasks", Units.count(totals.tasks().size()), Units.count(totals.openTasks()) + " not ended"),
                Tile.of("regions", Units.count(totals.regions()), Units.count(totals.openRegions()) + " not ended"),
                Tile.of("fracture rate", regions == 0 ? "none" : Units.share(fractures.rate()),
                        (regions == 0
                                ? "no region ran in a goroutine created for a task"
                                : Units.count(fractures.lostCount()) + " of " + Units.count(regions)
                                        + " regions in goroutines created for a task lost it")
                                + unknown));
        tiles.getStyleClass().add("tiles");
        return tiles;
    }

    private static String headline(int count, String what) {
        return count == 0 ? "none" : Units.count(count, what);
    }

    private static VBox part(String title, String words, Node table) {
        return new VBox(PageHead.of(title, words), table);
    }

    /// Two parts side by side where that leaves room for their columns, else one above the other.
    private static Node besideIfWide(VBox left, VBox right) {
        var parts = new FlowPane(GAP, GAP / 2, left, right);
        var width = Bindings.createDoubleBinding(
                () -> parts.getWidth() < WIDE ? parts.getWidth() : Math.floor((parts.getWidth() - GAP) / 2),
                parts.widthProperty());
        left.prefWidthProperty().bind(width);
        right.prefWidthProperty().bind(width);
        parts.prefWrapLengthProperty().bind(parts.widthProperty());
        parts.setMinHeight(Region.USE_PREF_SIZE);
        return parts;
    }

    private Node taskTypes(List<SpanType> kinds) {
        return kinds.isEmpty()
                ? Empty.of("No tasks", "The program does not call trace.NewTask.")
                : table(kinds.size(), SpanType.columns(kinds), i -> new Thing.UserTask(
                        session.model().tasks().get(kinds.get(i).longest()))).sortedBy("Total").compact(KINDS).node();
    }

    private Node regionTypes(List<SpanType> kinds) {
        return kinds.isEmpty()
                ? Empty.of("No regions", "The program calls neither trace.StartRegion nor trace.WithRegion.")
                : table(kinds.size(), SpanType.columns(kinds), i -> new Thing.UserRegion(
                        session.model().regions().get(kinds.get(i).longest()))).sortedBy("Total").compact(KINDS).node();
    }

    private Node longest(SpanTotals.Tasks tasks) {
        if (tasks.size() == 0) {
            return Empty.of("No tasks", "Regions without a task are listed above.");
        }
        List<Task> all = session.model().tasks();
        var columns = List.of(Column.words("Task", 220, i -> Names.task(all.get(i))),
                Column.time("Start", i -> tasks.startNs()[i]), Column.duration("Duration", i -> tasks.durationNs()[i]),
                Column.words("End", 110, i -> tasks.ended().get(i) ? "ended" : "not ended"),
                Column.count("Goroutines", i -> tasks.goroutines()[i]),
                Column.count("Regions", i -> tasks.regions()[i]),
                Column.code("Started by", 260, i -> begunBy(tasks.creator()[i])));
        return table(tasks.size(), columns, i -> new Thing.UserTask(all.get(i))).sortedBy("Duration").node();
    }

    private String begunBy(int creator) {
        return creator < 0 ? "unknown" : Names.goroutineWithFunction(session.model(), creator);
    }

    private DenseTable table(int size, List<Column> columns, IntFunction<Thing> thing) {
        return new DenseTable(size, columns,
                new DenseTable.Actions(i -> session.selection().select(thing.apply(i)),
                        i -> session.jump(new Jump.ToThing(thing.apply(i))), session::attach));
    }
}
