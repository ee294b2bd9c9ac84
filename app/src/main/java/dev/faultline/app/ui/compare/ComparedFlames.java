package dev.faultline.app.ui.compare;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.MeasureMenu;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.session.ComparedTraces;
import dev.faultline.views.flame.Measure;
import dev.faultline.views.fx.FlameView;
import dev.faultline.views.fx.Selection;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// One flame graph of both traces in the time that their timelines show.
final class ComparedFlames {
    private ComparedFlames() {
    }

    static Node of(ComparedTraces traces, ComparedTimelines timelines, WindowActions actions) {
        var view = new FlameView(traces.after().facts(), timelines.afterTime(), new Selection());
        view.compareWith(traces.before().facts(), timelines.beforeTime(), traces.before().title());
        view.queryProperty().set(view.queryProperty().get().with(Measure.RUNNING, timelines.afterTime().asked()));
        view.setMinSize(0, 0);
        var colours = actions.preferences().themeProperty()
                .subscribe(theme -> view.setPalette(ThemeColours.palette(theme)));
        traces.whenClosed(colours::unsubscribe);
        traces.whenClosed(view::close);
        var search = new TextField();
        search.setPromptText("find frames");
        search.textProperty().subscribe(view::setSearch);
        var found = new Label();
        found.getStyleClass().add("dim");
        found.setMinWidth(Region.USE_PREF_SIZE);
        found.textProperty().bind(view.foundProperty());
        var bar = new FlowPane(8, 4, measures(view), search, found);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("switcher", "flame-bar");
        var node = new BorderPane(view);
        node.setTop(bar);
        node.setMinSize(0, 0);
        return node;
    }

    private static Node measures(FlameView view) {
        var menu = MeasureMenu.of(view, Measure.RUNNING);
        menu.setId("compare-measure");
        return menu;
    }
}
