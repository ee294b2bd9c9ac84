package dev.faultline.app.ui.part;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A figure with its name and meaning.
public final class Tile {
    /// From this width on all tiles stand in one row, px.
    private static final double WIDE = 640;

    private Tile() {
    }

    /// Tiles beside each other, two in a row where there is little room.
    public static Node row(Node... tiles) {
        var grid = new GridPane();
        grid.getStyleClass().add("tiles");
        grid.setMinHeight(Region.USE_PREF_SIZE);
        grid.widthProperty().map(width -> width.doubleValue() > 0 && width.doubleValue() < WIDE ? 2 : tiles.length)
                .subscribe(columns -> arrange(grid, columns, tiles));
        return grid;
    }

    private static void arrange(GridPane grid, int columns, Node... tiles) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < tiles.length; i++) {
            if (i < columns) {
                var column = new ColumnConstraints();
                column.setPercentWidth(100.0 / columns);
                grid.getColumnConstraints().add(column);
            }
            grid.add(tiles[i], i % columns, i / columns);
        }
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
