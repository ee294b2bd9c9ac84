package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.Scroller;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.work.Background;
import dev.faultline.views.chart.ChartData;
import dev.faultline.views.chart.ChartTheme;
import dev.faultline.views.chart.Charts;
import dev.faultline.views.chart.NamedChart;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.scale.TimeRange;
import java.awt.Font;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jspecify.annotations.Nullable;

/// The run over time as charts, made off the UI thread.
final class ChartsPage {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int COLUMNS = 600;
    private static final double HEIGHT = 210;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private final Session session;
    private final StackPane charts = new StackPane();
    private final Button whole = range("Whole trace", () -> ask(true));
    private final Button visible = range("Visible range", () -> ask(false));
    private final VBox node = new VBox(new HBox(whole, visible), charts);
    private Palette palette = Palette.light();
    private @Nullable ChartData data;
    private @Nullable Background<ChartData> job;

    ChartsPage(Session session, WindowActions actions) {
        this.session = session;
        node.getStyleClass().add("page");
        node.getChildren().getFirst().getStyleClass().add("switcher");
        VBox.setVgrow(charts, Priority.ALWAYS);
        ThemeColours.follow(session, actions, this::dress);
        ask(true);
    }

    Node node() {
        return node;
    }

    private static Button range(String name, Runnable choose) {
        var button = new Button(name);
        button.getStyleClass().add("switch");
        button.setOnAction(event -> choose.run());
        return button;
    }

    private void ask(boolean all) {
        whole.pseudoClassStateChanged(SELECTED, all);
        visible.pseudoClassStateChanged(SELECTED, !all);
        TimeRange range = all ? session.viewport().whole() : session.viewport().visible();
        charts.getChildren().setAll(Empty.of("Drawing charts…", "Goroutines, heap, P utilization, pauses, latency."));
        Background<ChartData> before = job;
        if (before != null) {
            before.cancel();
        }
        Background<ChartData> next = Background.start("charts",
                progress -> ChartData.of(session.facts(), range, COLUMNS),
                new Background.Outcome<>(this::show, this::failed, () -> {}));
        session.attach(next);
        job = next;
    }

    private void dress(Palette next) {
        palette = next;
        ChartData known = data;
        if (known != null) {
            show(known);
        }
    }

    private void show(ChartData made) {
        data = made;
        List<Node> nodes = Charts.all(made, new ChartTheme(palette, FONT)).stream().map(ChartsPage::chart).toList();
        var box = new VBox();
        box.getStyleClass().add("charts");
        box.getChildren().setAll(nodes);
        var scroll = new Scroller(box);
        charts.getChildren().setAll(scroll);
    }

    private void failed(Throwable error) {
        charts.getChildren().setAll(Empty.of("The charts could not be drawn",
                String.valueOf(error.getMessage())));
    }

    private static Node chart(NamedChart named) {
        var title = new Label(named.title());
        title.getStyleClass().add("heading");
        JFreeChart chart = named.chart();
        var note = new Label(named.note());
        note.getStyleClass().add("dim");
        var head = new HBox(12, title, note);
        head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        var box = new VBox(6, head);
        if (chart != null) {
            var viewer = new ChartViewer(chart);
            viewer.setPrefHeight(HEIGHT);
            viewer.setMinHeight(HEIGHT);
            box.getChildren().add(viewer);
        }
        box.getStyleClass().add("chart");
        return box;
    }
}
