package dev.faultline.app.ui.part;

import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.timeline.row.Grouping;
import dev.faultline.views.timeline.row.Order;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The bar above the timeline: filter, grouping and order of goroutines.
public final class FilterBar {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final Duration TYPING = Duration.millis(180);
    /// Px; where there is more room a menu shows all of its words.
    private static final double NARROWEST_MENU = 100;
    private static final String HELP = """
            blocked>5ms      blocked longer; also running, runnable, syscall, sleep, network, channel, sync, lived
            fn:main.*        entry function; * matches anything
            site:"*db.go*"   creation site
            id:12,14 id:10-20
            state:waiting    last state; also running, runnable, syscall, ended, network, …
            text             in the name or creation site
            -term            exclude""";

    private final TextField field = new TextField();
    private final HBox node = new HBox();

    public FilterBar(TimelineView view) {
        field.setPromptText("all goroutines; try  blocked>5ms fn:\"main.*\"");
        field.setId("filter");
        field.getStyleClass().add("code");
        HBox.setHgrow(field, Priority.ALWAYS);
        var help = new Tooltip(HELP);
        help.getStyleClass().add("code");
        field.setTooltip(help);
        var typing = new PauseTransition(TYPING);
        typing.setOnFinished(event -> {
            // the tab may have been closed, and its trace with it, since the last key
            if (view.getScene() != null) {
                view.setFilter(field.getText());
            }
        });
        field.textProperty().addListener(text -> typing.playFromStart());
        field.setOnAction(event -> {
            typing.stop();
            view.setFilter(field.getText());
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                set("");
                view.setFilter("");
                view.requestFocus();
                event.consume();
            }
        });
        var count = new Label();
        count.getStyleClass().add("dim");
        count.setMinWidth(Region.USE_PREF_SIZE);
        view.filterProblemProperty().subscribe(problem -> {
            field.pseudoClassStateChanged(WRONG, !problem.isEmpty());
            count.setText(problem.isEmpty() ? view.shownProperty().get() : problem);
        });
        view.shownProperty().subscribe(shown -> {
            if (view.filterProblemProperty().get().isEmpty()) {
                count.setText(shown);
            }
        });
        var name = new Label("Filter");
        name.getStyleClass().add("dim");
        name.setMinWidth(Region.USE_PREF_SIZE);
        node.getChildren().addAll(name, field, count,
                choice("group ", Grouping.values(), Grouping::label, view::setGrouping),
                choice("sort ", Order.values(), Order::label, view::setOrder));
        node.setAlignment(Pos.CENTER_LEFT);
        node.getStyleClass().add("filter-bar");
    }

    public Node node() {
        return node;
    }

    public void set(String text) {
        field.setText(text);
    }

    private static <T> MenuButton choice(String what, T[] values, Function<T, String> label, Consumer<T> choose) {
        var menu = new MenuButton(what + label.apply(values[0]));
        menu.getStyleClass().add("order");
        menu.setMinWidth(NARROWEST_MENU);
        var group = new ToggleGroup();
        for (T value : values) {
            var item = new RadioMenuItem(label.apply(value));
            item.setToggleGroup(group);
            item.setSelected(value == values[0]);
            item.setOnAction(event -> {
                menu.setText(what + label.apply(value));
                choose.accept(value);
            });
            menu.getItems().add(item);
        }
        return menu;
    }
}
