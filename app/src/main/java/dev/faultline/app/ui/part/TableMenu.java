package dev.faultline.app.ui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The context menu of a table.
final class TableMenu {
    private final DenseTable table;
    private final TableHost host;
    private final ContextMenu menu = new ContextMenu();

    TableMenu(DenseTable table, TableHost host) {
        this.table = table;
        this.host = host;
        menu.setOnShowing(_ -> fill());
        menu.getItems().add(new MenuItem());
    }

    ContextMenu menu() {
        return menu;
    }

    private void fill() {
        int[] selected = table.selected();
        List<MenuItem> items = new ArrayList<>();
        if (selected.length > 0) {
            items.add(item("Show in the timeline", table::open));
            items.add(new SeparatorMenuItem());
            items.add(item(selected.length == 1 ? "Copy row" : "Copy rows",
                    () -> host.copy(table.text(), selected, false)));
            String cell = table.focusedText();
            if (!cell.isEmpty()) {
                items.add(item("Copy cell", () -> {
                    SystemClipboard.put(cell);
                    host.actions().say("Copied.");
                }));
            }
        }
        items.add(item("Copy table", () -> host.copy(table.text(), table.places(), true)));
        items.add(item("Save as CSV…", () -> host.save(table.text(), table.places(), table.name())));
        menu.getItems().setAll(items);
    }

    private static MenuItem item(String name, Runnable action) {
        var item = new MenuItem(name);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
