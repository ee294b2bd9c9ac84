package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.AsyncPart;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.PageHead;
import dev.faultline.app.ui.part.RunTable;
import dev.faultline.app.ui.part.Scroller;
import dev.faultline.app.ui.part.SpanTotals;
import dev.faultline.app.ui.part.SpanType;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TableRows;
import dev.faultline.app.ui.part.Tile;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.model.analysis.task.Fractures;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Tasks, requests, tests, items and regions by name: how long they took, how many lost their task.
final class SpansPage {
    private static final int KINDS = 8;
    /// Two tables of kinds fit side by side from this width on, px.
    private static final double WIDE = 1400;
    private static final double GAP = 16;

    private final Session session;
    private final TableHost host;
    private final Node node;

    SpansPage(Session session, WindowActions actions) {
        this.session = session;
        host = new TableHost(session, actions);
        node = AsyncPart.of(session, "Summing up tasks, requests and regions…", () -> SpanTotals.of(session.facts()),
                this::content);
    }

    private Node content(SpanTotals totals) {
        if (totals.runs().size() == 0 && totals.regions() == 0) {
            return Empty.of("No tasks, requests or regions",
                    "The program uses neither tasks nor regions, and stacks show no requests, tests or workers' items."
                            + " With runtime/trace.NewTask, WithRegion and StartRegion this page shows how long each"
                            + " request took and which work lost its task.");
        }
        Node kinds = besideIfWide(part(what(totals) + " by name", headline(totals), types(totals)),
                part("Regions by name", headline(totals.regions(), "region"), regionTypes(totals.regionTypes())));
        var box = new VBox(fractures(totals), kinds,
                PageHead.of(what(totals) + ", the longest first", "double click to show one"), longest(totals.runs()));
        VBox.setVgrow(box.getChildren().getLast(), Priority.ALWAYS);
        box.getStyleClass().addAll("page", "stacked");
        var scroll = new Scroller(box);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private static String what(SpanTotals totals) {
        if (totals.inferred() == 0) {
            return "Tasks";
        }
        return totals.tasks() == 0 ? "Requests, tests and items" : "Tasks, requests, tests and items";
    }

    Node node() {
        return node;
    }

    private static Node fractures(SpanTotals totals) {
        Fractures fractures = totals.fractures();
        int regions = fractures.regions().size();
        String unknown = fractures.unknown() == 0
                ? ""
                : "; of " + Units.count(fractures.unknown()) + " more it is not known who created the goroutine";
        return Tile.row(
                Tile.of("tasks", Units.count(totals.tasks()), Units.count(totals.open(false)) + " not ended"),
                Tile.of("inferred", Units.count(totals.inferred()), "requests, tests and items, by their stacks; "
                        + Units.count(totals.open(true)) + " not ended"),
                Tile.of("regions", Units.count(totals.regions()), Units.count(totals.openRegions()) + " not ended"),
                Tile.of("fracture rate of all regions", regions == 0 ? Units.UNKNOWN : Units.share(fractures.rate()),
                        (regions == 0
                                ? "no region ran in a goroutine that was created for a task which was still open"
                                : Units.count(fractures.lostCount()) + " of " + Units.count(regions)
                                        + " regions in goroutines that were created for an open task lost it; a finding"
                                        + " gives the rate of one place")
                                + unknown));
    }

    private static String headline(SpanTotals totals) {
        String inferred = Units.count(totals.inferred()) + " inferred from stacks";
        if (totals.inferred() == 0) {
            return headline(totals.tasks(), "task");
        }
        return totals.tasks() == 0 ? inferred : Units.count(totals.tasks(), "task") + ", " + inferred;
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
        // its parts are as wide as it is: it would never become narrower
        parts.setMinWidth(0);
        return parts;
    }

    private Node types(SpanTotals totals) {
        List<SpanType> kinds = totals.runTypes();
        return kinds.isEmpty()
                ? Empty.of("No tasks",
                        "The program does not call trace.NewTask, and stacks show no requests, tests or workers' items.")
                : host.compact("Tasks by name", kinds.size(), SpanType.columns(kinds),
                        TableRows.of(i -> totals.runs().thing(kinds.get(i).longest())), "Total", KINDS);
    }

    private Node regionTypes(List<SpanType> kinds) {
        return kinds.isEmpty()
                ? Empty.of("No regions", "The program calls neither trace.StartRegion nor trace.WithRegion.")
                : host.compact("Regions by name", kinds.size(), SpanType.columns(kinds),
                        TableRows.of(i -> new Thing.UserRegion(
                                session.model().regions().get(kinds.get(i).longest()))),
                        "Total", KINDS);
    }

    private Node longest(RunTable runs) {
        return runs.size() == 0
                ? Empty.of("No tasks", "Regions without a task are listed above.")
                : host.table(Tables.TASKS, runs.size(), runs.columns(), runs.rows()).sortedBy("Duration").node();
    }
}
