package dev.faultline.app.ui.page;

import dev.faultline.views.flame.FlameQuery;
import dev.faultline.views.fx.FlameView;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// How a flame graph is put together: reversed, in the order of time, which frames are hidden, what it is compared with.
final class FlameShapeBar {
    private final FlameView view;
    private final CheckBox reversed = box("callers", "innermost frame on top");
    private final CheckBox ordered = box("time order", "boxes in the order of time, not merged");
    private final CheckBox own = box("own code", "without frames of Go and of libraries");
    private final MenuButton hidden = new MenuButton();
    private final Button compare = new Button();

    FlameShapeBar(FlameView view) {
        this.view = view;
        for (CheckBox box : List.of(reversed, ordered, own)) {
            box.setOnAction(_ -> set(shape().hidden()));
        }
        hidden.setId("flame-hidden");
        hidden.setMinWidth(Region.USE_PREF_SIZE);
        compare.setId("flame-compare");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        compare.setOnAction(_ -> {
            if (view.comparedProperty().get().isEmpty()) {
                view.compareFromHere();
            } else {
                view.stopComparing();
            }
        });
        view.queryProperty().subscribe(query -> show(query.shape()));
        view.comparedProperty().subscribe(first -> compare.setText(
                first.isEmpty() ? "Compare from here" : "Stop comparing with " + first));
    }

    private static CheckBox box(String name, String help) {
        var box = new CheckBox(name);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setTooltip(new Tooltip(help));
        return box;
    }

    List<Node> nodes() {
        return List.of(reversed, ordered, own, hidden, compare);
    }

    private FlameQuery.Shape shape() {
        return view.queryProperty().get().shape();
    }

    private void set(Set<String> names) {
        view.queryProperty().set(view.queryProperty().get().with(
                new FlameQuery.Shape(reversed.isSelected(), ordered.isSelected(), names, own.isSelected())));
    }

    private void show(FlameQuery.Shape shape) {
        hidden.setText(shape.hidden().size() + " hidden");
        hidden.setVisible(!shape.hidden().isEmpty());
        hidden.setManaged(!shape.hidden().isEmpty());
        hidden.getItems().clear();
        for (String name : new TreeSet<>(shape.hidden())) {
            hidden.getItems().add(item("Show " + name, () -> {
                Set<String> left = new TreeSet<>(shape().hidden());
                left.remove(name);
                set(left);
            }));
        }
        hidden.getItems().add(item("Show all", () -> set(Set.of())));
    }

    private static MenuItem item(String name, Runnable action) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
