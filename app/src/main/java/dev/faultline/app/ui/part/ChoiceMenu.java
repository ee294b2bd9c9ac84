package dev.faultline.app.ui.part;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/// A button that opens a menu of which one entry is chosen, and says which.
///
/// @param <T> what is chosen
final class ChoiceMenu<T> {
    private final MenuButton node = new MenuButton();
    private final Map<T, RadioMenuItem> items = new HashMap<>();
    private final String what;
    private final Function<T, String> label;
    private final Consumer<T> use;
    private T chosen;

    /// @param what goes before the chosen entry: `sort `
    /// @param values in the order of the menu, the first of them chosen
    /// @param before runs before the user's choice is used
    /// @param use uses a choice
    ChoiceMenu(String what, List<T> values, Function<T, String> label, Runnable before, Consumer<T> use) {
        this.what = what;
        this.label = label;
        this.use = use;
        chosen = values.getFirst();
        node.getStyleClass().add("order");
        node.setMinWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (T value : values) {
            var item = new RadioMenuItem(label.apply(value));
            item.setToggleGroup(group);
            item.setOnAction(event -> {
                before.run();
                choose(value);
            });
            items.put(value, item);
            node.getItems().add(item);
        }
        show();
    }

    MenuButton node() {
        return node;
    }

    T chosen() {
        return chosen;
    }

    void choose(T value) {
        if (!value.equals(chosen)) {
            chosen = value;
            show();
            use.accept(value);
        }
    }

    private void show() {
        node.setText(what + label.apply(chosen));
        Objects.requireNonNull(items.get(chosen)).setSelected(true);
    }
}
