package dev.faultline.app.ui.compare;

import dev.faultline.app.ui.part.Scroller;
import dev.faultline.model.compare.Comparison;
import dev.faultline.model.compare.DifferenceWords;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What one has to know to read a comparison, and how much is as before.
final class Notes {
    private static final double WIDTH = 760;

    private Notes() {
    }

    static Node of(Comparison comparison) {
        var box = new VBox();
        box.getStyleClass().add("stacked");
        comparison.notes().forEach(note -> box.getChildren().add(words(note)));
        box.getChildren().add(words("The same: " + DifferenceWords.same(comparison) + "."));
        return new Scroller(box);
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
