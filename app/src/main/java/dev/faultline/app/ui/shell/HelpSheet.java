package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Command;
import dev.faultline.app.ui.command.Commands;
import dev.faultline.app.ui.part.Legend;
import dev.faultline.app.ui.part.Scroller;
import dev.faultline.views.fx.FlameKeys;
import dev.faultline.views.fx.TimelineKeys;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys, gestures and the legend. The keys come from where they are bound: the commands, the timeline, the flame graph.
final class HelpSheet {
    private static final List<String[]> GESTURES = List.of(new String[]{"Wheel", "scroll the rows"},
            new String[]{"Ctrl+wheel", "zoom at the pointer"}, new String[]{"Shift+wheel", "pan in time"},
            new String[]{"Drag on lanes", "pan"}, new String[]{"Drag on the ruler, Shift+drag", "select a time range"},
            new String[]{"Double click", "zoom to the span"}, new String[]{"Click", "select and show details"},
            new String[]{"Ctrl+click", "follow the waker"}, new String[]{"Right click", "all actions"},
            new String[]{"Drop a file anywhere", "open it"});

    private static final double WIDTH = 980;

    private final VBox node = new VBox();

    HelpSheet(Commands commands) {
        var columns = new FlowPane(column("Everywhere", keys(commands.all(), false)),
                column("Pages and tabs", keys(commands.all(), true)),
                column("Timeline, keys", lines(TimelineKeys.all())),
                gesturesAndLegend(), column("Flame graph, keys", lines(FlameKeys.all())));
        columns.getStyleClass().add("help-columns");
        columns.setPrefWrapLength(WIDTH);
        var scroll = new Scroller(columns);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var title = new Label("Keys and legend");
        title.getStyleClass().add("heading");
        node.getChildren().addAll(title, scroll);
        node.getStyleClass().add("help");
        node.setId("help-sheet");
        node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        node.setFocusTraversable(true);
        node.setAccessibleText("Keys and legend");
    }

    Node node() {
        return node;
    }

    private static List<String[]> keys(List<Command> commands, boolean pages) {
        return commands.stream().filter(command -> command.key() != null)
                .filter(command -> pages == (command.menu() == Command.Menu.VIEW || command.id().contains("tab")))
                .map(command -> new String[]{command.keyText(), command.label()}).toList();
    }

    private static List<String[]> lines(List<TimelineKeys.Shown> keys) {
        return keys.stream()
                .map(shown -> new String[]{String.join(" or ", shown.keys()), shown.label()}).toList();
    }

    private static Node gesturesAndLegend() {
        var legend = new GridPane();
        legend.getStyleClass().add("legend");
        Legend.fill(legend);
        var title = new Label("Colours");
        title.getStyleClass().add("section");
        var box = new VBox(column("Timeline, mouse", GESTURES), title, legend);
        box.getStyleClass().add("help-column");
        return box;
    }

    private static Node column(String name, List<String[]> lines) {
        var title = new Label(name);
        title.getStyleClass().add("section");
        var grid = new GridPane();
        grid.getStyleClass().add("help-grid");
        int row = 0;
        for (String[] line : lines) {
            var key = new Label(line[0]);
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            var what = new Label(line[1]);
            what.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row++, key, what);
        }
        var column = new VBox(title, grid);
        column.getStyleClass().add("help-column");
        return column;
    }
}
