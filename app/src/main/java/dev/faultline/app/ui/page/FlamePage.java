package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.flame.FlameSource;
import dev.faultline.views.fx.FlameView;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Where time was spent as a flame graph, with a choice of what is counted, a search, and the way to the zoomed frame.
final class FlamePage {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int SHOWN_PATH = 5;

    private final FlameView view;
    private final HBox path = new HBox(6);
    private final BorderPane node = new BorderPane();

    FlamePage(Session session, WindowActions actions) {
        view = new FlameView(session.facts(), session.viewport(), session.selection());
        node.setTop(bar());
        node.setCenter(view);
        node.getStyleClass().add("page");
        ThemeColours.follow(session, actions, view::setPalette);
        session.whenClosed(view::close);
    }

    Node node() {
        return node;
    }

    private Node bar() {
        var bar = new HBox();
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("switcher", "flame-bar");
        for (FlameSource.Measure kind : FlameSource.Measure.values()) {
            var button = new Button(kind.label());
            button.getStyleClass().add("switch");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> view.kindProperty().set(kind));
            view.kindProperty().subscribe(now -> button.pseudoClassStateChanged(SELECTED, now == kind));
            bar.getChildren().add(button);
        }
        path.setAlignment(Pos.CENTER_LEFT);
        path.setMinWidth(0);
        HBox.setHgrow(path, Priority.ALWAYS);
        view.pathProperty().subscribe(this::showPath);
        var found = new Label();
        found.getStyleClass().add("dim");
        found.setMinWidth(Region.USE_PREF_SIZE);
        found.textProperty().bind(view.foundProperty());
        bar.getChildren().addAll(path, found, search());
        return bar;
    }

    private TextField search() {
        var field = new TextField();
        field.setPromptText("find frames");
        field.setId("flame-search");
        field.textProperty().subscribe(view::setSearch);
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.clear();
                view.requestFocus();
                event.consume();
            }
        });
        return field;
    }

    private void showPath(List<String> names) {
        path.getChildren().clear();
        int from = Math.max(0, names.size() - SHOWN_PATH);
        for (int i = from; i < names.size() && names.size() > 1; i++) {
            int position = i;
            var link = new Hyperlink(i == from && from > 0 ? "…" : names.get(i));
            link.setMnemonicParsing(false);
            link.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
            link.setOnAction(event -> view.zoomOut(position));
            if (i > from) {
                var arrow = new Label("›");
                arrow.getStyleClass().add("dim");
                path.getChildren().add(arrow);
            }
            path.getChildren().add(link);
        }
    }
}
