package dev.faultline.app.ui.part;

import dev.faultline.views.chart.NamedChart;
import dev.faultline.views.fx.Viewport;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Charts over time, one above the other: all show the time that the timeline shows, and the moment under the pointer in each
/// of them.
public final class TimeCharts {
    private final Viewport viewport;
    private final VBox node = new VBox();
    private final List<TimeChart> charts = new ArrayList<>();
    private final ObjectProperty<@Nullable Long> pointed = new SimpleObjectProperty<>(this, "pointed");
    private final ObjectProperty<@Nullable Long> marked = new SimpleObjectProperty<>(this, "marked");

    /// @param viewport shared with the other views of the trace
    public TimeCharts(Viewport viewport) {
        this.viewport = viewport;
        node.getStyleClass().add("charts");
        viewport.visibleProperty().subscribe(range -> charts.forEach(chart -> chart.showTime(range)));
        viewport.selectedProperty().subscribe(_ -> charts.forEach(TimeChart::mark));
        pointed.subscribe(_ -> charts.forEach(TimeChart::mark));
        marked.subscribe(_ -> charts.forEach(TimeChart::mark));
    }

    public Node node() {
        return node;
    }

    /// The moment that was clicked, null when none is.
    public ObjectProperty<@Nullable Long> markedProperty() {
        return marked;
    }

    /// Shows charts in place of those before.
    public void show(List<NamedChart> named) {
        while (charts.size() < named.size()) {
            var chart = new TimeChart(viewport, pointed, marked);
            charts.add(chart);
            node.getChildren().add(chart);
        }
        for (int i = 0; i < named.size(); i++) {
            charts.get(i).show(named.get(i));
            charts.get(i).showTime(viewport.visible());
        }
    }

    /// Draws what has come in sight.
    public void drawSeen() {
        charts.forEach(chart -> chart.picture().drawIfSeen());
    }
}
