package dev.faultline.app.ui.part;

import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.timeline.row.Filter;
import dev.faultline.views.timeline.row.Grouping;
import dev.faultline.views.timeline.row.Order;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// The bar above the timeline: filter, grouping and order of goroutines.
public final class FilterBar {
    private static final double GAP = 10;

    private final FilterBox box;
    private final Region node;

    public FilterBar(Session session, Preferences preferences, TimelineView view) {
        box = new FilterBox(Filter.fields(), session::model, preferences, view::setFilter, view::requestFocus);
        box.field().setPromptText("filter goroutines; try  blocked>5ms fn:\"main.*\"  or press Down for terms");
        box.field().setId("filter");
        view.filterProblemProperty().subscribe(box::setProblem);
        view.shownProperty().subscribe(box::setMatches);
        var menus = new FlowPane(GAP, 0, choice("group ", Grouping.values(), Grouping::label, view::setGrouping),
                choice("sort ", Order.values(), Order::label, view::setOrder));
        menus.setPrefWrapLength(Double.MAX_VALUE);
        node = new EndsPane(GAP, box.node(), menus, true);
        node.getStyleClass().add("filter-bar");
    }

    public Node node() {
        return node;
    }

    public void set(String text) {
        box.set(text);
    }

    private static <T> MenuButton choice(String what, T[] values, Function<T, String> label, Consumer<T> choose) {
        var menu = new MenuButton(what + label.apply(values[0]));
        menu.getStyleClass().add("order");
        menu.setMinWidth(Region.USE_PREF_SIZE);
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
