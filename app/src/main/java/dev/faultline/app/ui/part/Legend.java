package dev.faultline.app.ui.part;

import dev.faultline.views.paint.Role;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The legend of the colors.
public final class Legend {
    private static final List<Role> LEFT = List.of(Role.RUNNING, Role.RUNNABLE, Role.SYSCALL, Role.CHANNEL);
    private static final List<Role> RIGHT = List.of(Role.SYNC, Role.NETWORK, Role.SLEEP, Role.OTHER);
    private static final List<Role> WIDE = List.of(Role.FRACTURE);

    private Legend() {
    }

    public static void fill(GridPane grid) {
        for (int row = 0; row < LEFT.size(); row++) {
            grid.addRow(row, entry(LEFT.get(row)), entry(RIGHT.get(row)));
        }
        for (Role role : WIDE) {
            grid.add(entry(role), 0, grid.getRowCount(), 2, 1);
        }
    }

    private static Node entry(Role role) {
        var swatch = new Region();
        swatch.getStyleClass().add("swatch");
        if (role.waits()) {
            swatch.getStyleClass().add("thin");
        }
        if (role == Role.FRACTURE) {
            swatch.getStyleClass().add("hatched");
        } else {
            swatch.setStyle("-fx-background-color: " + role.variable());
        }
        var name = new Label(role.label());
        name.setMinWidth(Region.USE_PREF_SIZE);
        var entry = new HBox(swatch, name);
        entry.getStyleClass().add("legend-entry");
        return entry;
    }
}
