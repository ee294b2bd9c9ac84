package dev.faultline.app.ui.part;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/// The filters that a user keeps, as a menu.
final class KeptFilters {
    private final ObservableList<String> kept;
    private final Supplier<String> current;
    private final Consumer<String> use;
    private final MenuButton menu = new MenuButton("saved");

    /// @param current the filter in the box
    /// @param use takes a kept one
    KeptFilters(ObservableList<String> kept, Supplier<String> current, Consumer<String> use) {
        this.kept = kept;
        this.current = current;
        this.use = use;
        menu.getStyleClass().add("order");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setOnShowing(_ -> fill());
        menu.getItems().add(new MenuItem());
    }

    Node node() {
        return menu;
    }

    private void fill() {
        String now = current.get().strip();
        var save = new MenuItem("Save this filter");
        save.setDisable(now.isEmpty() || kept.contains(now));
        save.setOnAction(_ -> kept.add(now));
        menu.getItems().setAll(save);
        if (kept.isEmpty()) {
            return;
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (String filter : kept) {
            menu.getItems().add(item(filter, use));
        }
        var forget = new Menu("Delete");
        for (String filter : kept) {
            forget.getItems().add(item(filter, kept::remove));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), forget);
    }

    private static MenuItem item(String filter, Consumer<String> action) {
        var item = new MenuItem(filter);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.accept(filter));
        return item;
    }
}
