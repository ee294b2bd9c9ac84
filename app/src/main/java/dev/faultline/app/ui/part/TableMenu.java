package dev.faultline.app.ui.part;

import dev.faultline.app.ui.session.Jump;
import dev.faultline.trace.event.Frame;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The context menu of a table.
final class TableMenu {
    /// Of more rows a filter would become too long to read.
    private static final int MOST = 20;

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
            String filter = filter(selected);
            if (!filter.isEmpty()) {
                items.add(item("Show only these in the timeline",
                        () -> host.session().jump(new Jump.ToFilter(filter))));
                items.add(item("Flame graph of these", () -> host.session().showFlame(filter)));
            }
            code(selected[0], items);
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

    private void code(int place, List<MenuItem> items) {
        TableCode code = table.code();
        List<Frame> stack = code.stack(place);
        if (!stack.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(item("Show the code", () -> code.show(place)));
            items.add(item("Open in the editor", () -> code.edit(place)));
            items.add(item("Copy stack", () -> {
                SystemClipboard.put(FrameLines.text(stack));
                host.actions().say("Copied.");
            }));
        }
    }

    /// The filter that lets just the goroutines of some rows pass; empty where rows are about others, or there are too many.
    private String filter(int[] places) {
        if (places.length > MOST) {
            return "";
        }
        StringJoiner terms = new StringJoiner(" or ");
        for (int place : places) {
            Thing thing = table.thing(place);
            switch (thing) {
                case Thing.Goroutine g -> terms.add("id:" + host.session().model().goroutines().id(g.goroutine()));
                case Thing.Group group when !group.group().name().isEmpty() ->
                    terms.add("fn:\"" + group.group().name() + "\"");
                case Thing.UserTask task -> terms.add("task:#" + task.task().id());
                default -> {
                    return "";
                }
            }
        }
        return terms.toString();
    }

    private static MenuItem item(String name, Runnable action) {
        var item = new MenuItem(name);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
