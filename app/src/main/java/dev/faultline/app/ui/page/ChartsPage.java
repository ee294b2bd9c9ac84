package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.Desk;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Theme;
import dev.faultline.app.ui.work.Background;
import dev.faultline.views.chart.ChartData;
import dev.faultline.views.chart.ChartTheme;
import dev.faultline.views.chart.Charts;
import dev.faultline.views.chart.NamedChart;
import dev.faultline.views.paint.Palette;
import java.awt.Font;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jspecify.annotations.Nullable;

/// The run over time as charts, made off the UI thread.
final class ChartsPage {
    private static final int COLUMNS = 600;
    private static final double HEIGHT = 210;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private final Session session;
    private final StackPane node = new StackPane();
    private @Nullable ChartData data;
    private Theme theme;

    ChartsPage(Session session, Desk desk) {
        this.session = session;
        theme = desk.preferences().themeProperty().get();
        node.getStyleClass().add("page");
        node.getChildren().setAll(Empty.of("Drawing the charts…", "Goroutines, heap, processors, pauses, latency."));
        Subscription watching = desk.preferences().themeProperty().subscribe(this::repaint);
        session.whenClosed(watching::unsubscribe);
        session.attach(Background.start("charts",
                progress -> ChartData.of(session.model(), session.viewport().whole(), COLUMNS),
                new Background.Outcome<>(this::show, this::failed, () -> {})));
    }

    Node node() {
        return node;
    }

    private void repaint(Theme next) {
        theme = next;
        ChartData known = data;
        if (known != null) {
            show(known);
        }
    }

    private void show(ChartData made) {
        data = made;
        var look = new ChartTheme(theme == Theme.DARK ? Palette.dark() : Palette.light(), FONT);
        List<Node> charts = Charts.all(made, look).stream().map(ChartsPage::chart).toList();
        var box = new VBox();
        box.getStyleClass().add("charts");
        box.getChildren().setAll(charts);
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        node.getChildren().setAll(scroll);
    }

    private void failed(Throwable error) {
        node.getChildren().setAll(Empty.of("The charts could not be drawn",
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
