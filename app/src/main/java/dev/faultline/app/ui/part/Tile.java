package dev.faultline.app.ui.part;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A figure with its name and meaning.
public final class Tile {
    private Tile() {
    }

    public static Node of(String name, String figure, String words) {
        var value = new Label(figure);
        value.getStyleClass().add("tile-figure");
        var title = new Label(name);
        title.getStyleClass().add("tile-name");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var text = new Label(words);
        text.getStyleClass().add("dim");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var tile = new VBox(title, value, text);
        tile.getStyleClass().add("tile");
        return tile;
    }
}
