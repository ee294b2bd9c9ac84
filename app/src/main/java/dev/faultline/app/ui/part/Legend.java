package dev.faultline.app.ui.part;

import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.picture.LegendItem;
import dev.faultline.views.timeline.picture.LegendItem.Shape;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The legend of the colors.
public final class Legend {
    private static final List<Role> LEFT = List.of(Role.RUNNING, Role.RUNNABLE, Role.SYSCALL, Role.CHANNEL, Role.GC);
    private static final List<Role> RIGHT = List.of(Role.SYNC, Role.NETWORK, Role.SLEEP, Role.OTHER, Role.STW);
    private static final List<LegendItem> WIDE = List.of(
            new LegendItem(Shape.HATCH, Role.FRACTURE, Role.FRACTURE.label()),
            new LegendItem(Shape.VEIL, Role.LOSS, Role.LOSS.label()));

    private Legend() {
    }

    /// The colours that need no picture to be explained.
    public static void fill(GridPane grid) {
        for (int row = 0; row < LEFT.size(); row++) {
            grid.addRow(row, entry(LegendItem.of(LEFT.get(row))), entry(LegendItem.of(RIGHT.get(row))));
        }
        for (LegendItem item : WIDE) {
            grid.add(entry(item), 0, grid.getRowCount(), 2, 1);
        }
    }

    /// One line of a legend.
    static Node entry(LegendItem item) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", item.shape().name().toLowerCase(Locale.ROOT));
        String colour = item.role().variable();
        swatch.setStyle(switch (item.shape()) {
            case FULL, THIN, TINT -> "-fx-background-color: " + colour;
            default -> "-fl-swatch: " + colour;
        });
        if (item.role().pattern() != Role.Pattern.NONE) {
            swatch.getStyleClass().add("pattern-" + item.role().pattern().name().toLowerCase(Locale.ROOT));
        }
        var name = new Label(item.label());
        name.setMinWidth(Region.USE_PREF_SIZE);
        var entry = new HBox(swatch, name);
        entry.getStyleClass().add("legend-entry");
        return entry;
    }
}
