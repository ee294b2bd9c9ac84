package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.words.Units;
import dev.faultline.views.scale.TimeRange;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Over the page while a range of time is selected: how long it is, and what can be done with it. It moves nothing else.
final class RangeOffer {
    private final Session session;
    private final Label text = new Label();
    private final HBox node;

    RangeOffer(Session session, WindowActions actions) {
        this.session = session;
        var count = new Button("Count only this range (R)");
        count.setId("count-range");
        count.setOnAction(_ -> actions.countRange());
        var zoom = new Button("Zoom to it (F)");
        zoom.setOnAction(_ -> actions.zoomToSelection());
        var clear = new Button("×");
        clear.setAccessibleText("Select no range");
        clear.getStyleClass().add("tab-close");
        clear.setOnAction(_ -> session.viewport().selectedProperty().set(null));
        node = new HBox(10, text, count, zoom, clear);
        node.setId("range-offer");
        node.getStyleClass().add("notice");
        node.setAlignment(Pos.CENTER_LEFT);
        node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(node, Pos.BOTTOM_CENTER);
        node.setVisible(false);
        // a range that was selected before, as when the whole trace is shown again, is not offered once more
        session.viewport().selectedProperty().addListener((_, _, range) -> show(range));
    }

    Node node() {
        return node;
    }

    private void show(@Nullable TimeRange range) {
        node.setVisible(range != null);
        if (range != null) {
            text.setText(Units.duration(range.durationNs()) + " selected, "
                    + session.viewport().moments().fromTo(range.fromNs(), range.toNs()));
        }
    }
}
