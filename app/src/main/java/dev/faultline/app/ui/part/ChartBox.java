package dev.faultline.app.ui.part;

import dev.faultline.views.chart.NamedChart;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A chart with its title and its main figures. While a place of it is looked at, the values there stand in place of the
/// figures.
class ChartBox extends VBox {
    private final Label title = new Label();
    private final Label note = new Label();
    private final ChartPicture picture = new ChartPicture();
    /// The picture, and what lies on it.
    private final StackPane place = new StackPane(picture);
    private String figures = "";

    ChartBox() {
        super(6);
        title.getStyleClass().add("heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().add("dim");
        // it changes with the pointer: wrapped it would move what is below
        note.setTooltip(new Tooltip());
        note.getTooltip().textProperty().bind(note.textProperty());
        var head = new HBox(12, title, note);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(head);
        getStyleClass().add("chart");
        picture.setManaged(true);
    }

    /// Shows a chart, or says why there is none.
    void show(NamedChart named) {
        title.setText(named.title());
        figures = named.note();
        note.setText(figures);
        note.setWrapText(named.chart() == null);
        if (named.chart() == null) {
            getChildren().remove(place);
        } else {
            picture.show(named.chart(), named.across() != NamedChart.Across.TIME);
            if (!getChildren().contains(place)) {
                getChildren().add(place);
            }
        }
    }

    /// Says something in place of the figures; empty for the figures.
    final void say(String words) {
        note.setText(words.isEmpty() ? figures : words);
    }

    final ChartPicture picture() {
        return picture;
    }

    final StackPane place() {
        return place;
    }

    final String title() {
        return title.getText();
    }
}
