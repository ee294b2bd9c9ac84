package dev.faultline.app.ui.part;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The heading of a part of a page, with a short note.
public final class PageHead {
    private PageHead() {
    }

    public static Node of(String title, String words) {
        var name = new Label(title);
        name.getStyleClass().add("heading");
        name.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        var text = new Label(words);
        text.getStyleClass().add("dim");
        text.setWrapText(true);
        text.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        var line = new HBox(12, name, text);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("page-head");
        return line;
    }
}
